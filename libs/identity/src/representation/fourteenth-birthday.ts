/** The instant from which somebody may have an account of their own: midnight in Việt Nam, 14 years after birth. */
export function fourteenthBirthday(birthDate: string): Date {
  const [year = 0, month = 1, day = 1] = birthDate.split('-').map(Number);
  // Born on 29 February: 14 years later there is no such day, and the day after the 28th is the 1st of March.
  return new Date(Date.UTC(year + 14, month - 1, day) - vietnamAheadMs);
}

const vietnamAheadMs = 7 * 3_600_000;
