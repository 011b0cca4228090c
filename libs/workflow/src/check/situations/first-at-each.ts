import { innermost } from '../../state-of.js';
import type { Situation, SituationStep } from '../../situations.js';
import { placeOf } from '../each-state.js';
import { type Finding, finding } from '../finding.js';

/** The place, a way that shows it, and what its words need. */
export type Found = [place: string, steps: SituationStep[], facts?: Finding['facts']];

/** One finding for each place, with the first way that shows it. */
export function firstAtEach(found: Found[], code: string): Finding[] {
  const first = new Map(found.toReversed().map((one) => [one[0], one]));
  return [...first.values()].map(([place, steps, facts]) => finding(place, code, facts, steps));
}

export function placeOfSituation({ active }: Situation): string {
  return placeOf(innermost(active).path);
}
