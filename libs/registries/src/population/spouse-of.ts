import type { HouseholdMember } from './register-person.js';

/** The husband or wife of a person, if they live in the same household and are alive. */
export function spouseOf(household: HouseholdMember[], idNumber: string): HouseholdMember | undefined {
  const spouse = household.find((member) => member.idNumber === idNumber)?.spouseIdNumber;
  return household.find((member) => member.idNumber === spouse && !member.deceased);
}
