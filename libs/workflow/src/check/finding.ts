import type { SituationStep } from '../situations.js';

/** Something wrong in a definition: where, what, and what the words about it need. */
export interface Finding {
  path: string;
  code: string;
  facts: Record<string, string>;
  /** Where it is about ways through the definition: one that shows it, from filing on. */
  steps?: SituationStep[];
}

export function finding(
  path: string,
  code: string,
  facts: Record<string, string> = {},
  steps?: SituationStep[],
): Finding {
  return { path, code, facts, ...(steps && { steps }) };
}
