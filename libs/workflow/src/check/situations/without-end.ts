import type { Situation } from '../../situations.js';
import type { Successor } from '../../successors.js';
import { officerActors } from '../../workflow-definition.js';
import type { Finding } from '../finding.js';
import { firstAtEach, type Found, placeOfSituation } from './first-at-each.js';

/**
 * Where no way leads to an end; and where one does only if somebody acts for whom nothing waits, such as an applicant
 * who withdraws what officers cannot finish.
 */
export function withoutEnd(situations: Map<string, Situation>): Finding[] {
  const never = notEnding(situations, () => true);
  const left = notEnding(situations, isByWhoIsAwaited).filter((one) => !never.includes(one));
  return [
    ...firstAtEach(never.map(placed), 'final-unreachable'),
    ...firstAtEach(left.map(placed), 'ends-by-others'),
  ];
}

const placed = (one: Situation): Found => [placeOfSituation(one), one.steps];

type Follows = (here: Situation, successor: Successor) => boolean;

function notEnding(situations: Map<string, Situation>, follows: Follows): Situation[] {
  const farthestFirst = [...situations].toReversed();
  const ending = new Set<string>();
  for (let before = -1; before < ending.size; ) {
    before = ending.size;
    for (const [key, here] of farthestFirst) {
      if (ending.has(key)) continue;
      if (here.final || here.next.some((one) => ending.has(one.key) && follows(here, one.successor)))
        ending.add(key);
    }
  }
  return [...situations].filter(([key]) => !ending.has(key)).map(([, situation]) => situation);
}

/** Whether one of those who are waited for here may send it, or the system, which waits for nobody. */
function isByWhoIsAwaited({ active }: Situation, { taken }: Successor): boolean {
  const awaited = active.flatMap((chain) =>
    chain[0]?.state.final ? [] : chain.flatMap(({ state }) => state.waitsFor ?? []),
  );
  const by = taken.sent.flatMap((one) => one.by);
  return (
    awaited.length === 0 ||
    by.includes('system') ||
    (awaited.includes('citizen') && by.some((actor) => actor === 'citizen' || actor === 'representative')) ||
    (awaited.includes('officer') && by.some((actor) => officerActors.some((officer) => officer === actor)))
  );
}
