/** A phone number as it is shown: the last three digits, enough to know one's own. */
export function maskPhone(phone: string): string {
  return `••• ••• •${phone.slice(-3)}`;
}
