/** An ID number as it is shown: the last three digits, enough to know one's own. */
export function maskIdNumber(idNumber: string): string {
  return `••• ••• ••• ${idNumber.slice(-3)}`;
}
