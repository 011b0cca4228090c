import type { RegisterName } from '../application/answers.js';

/** Where the value of a field came from. */
interface Source {
  source: RegisterName;
  /** What was asked for, such as `spouse.name`. `organisation.` is whom the mandate is for. */
  key: string;
  /** When, as an ISO instant. */
  at: string;
  /** Whether the register knew a value. */
  known: boolean;
  /** Whether the value stands as it came. False once the citizen changed or emptied it, or none was known. */
  kept: boolean;
}

/** By field id. */
export type Sources = Record<string, Source>;
