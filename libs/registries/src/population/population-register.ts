import type { HouseholdMember, RegisterPerson } from './register-person.js';

/**
 * The national population database, as we may ask it. Each question is an access to personal data: `purpose` says why
 * (a short ASCII code such as `sign-up` or `prefill:1.001193`), and the register writes it down.
 * `caseId`: the application it is asked for, for our own record (`RecordedPopulationRegister`).
 * Refuses 'register-unavailable' (503) when there is no answer that can be trusted.
 */
export abstract class PopulationRegister {
  /** The person with this ID number, living or dead; undefined where the register knows none. */
  abstract findPerson(
    idNumber: string,
    purpose: string,
    caseId?: string,
  ): Promise<RegisterPerson | undefined>;

  /** Everyone in the household of a person, the person included; empty where the register knows no such person. */
  abstract household(idNumber: string, purpose: string, caseId?: string): Promise<HouseholdMember[]>;
}
