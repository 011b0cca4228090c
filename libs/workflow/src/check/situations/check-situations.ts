import { situationsOf } from '../../situations.js';
import { eachState } from '../each-state.js';
import type { WorkflowDefinition } from '../../workflow-definition.js';
import { type Finding, finding } from '../finding.js';
import { circles } from './circles.js';
import { deadlinesInVain } from './deadlines-in-vain.js';
import { firstAtEach } from './first-at-each.js';
import { notReached } from './not-reached.js';
import { unwatched } from './unwatched.js';
import { withoutEnd } from './without-end.js';

/** A workflow a person can read has tens of situations; parallel regions multiply them, and the clock doubles them. */
const mostSituations = 1_000;

/**
 * What only shows on the way: found by going through all situations the definition can come to, with the state of the
 * clock, so it needs a definition that runs.
 */
export function checkSituations(definition: WorkflowDefinition): Finding[] {
  const most = eachState(definition).length > mostSituations;
  const situations = most ? undefined : situationsOf(definition, mostSituations);
  if (!situations) return [finding('states', 'too-many-situations', { most: String(mostSituations) })];
  const all = [...situations.values()];
  return [
    ...notReached(definition, all),
    ...withoutEnd(situations),
    ...firstAtEach(
      all.flatMap((one) => unwatched(definition, one)),
      'wait-unwatched',
    ),
    ...deadlinesInVain(all),
    ...circles(definition, situations),
  ];
}
