import type { Tx } from '#lib/platform';
import { stateOf, type StateValue, type WorkflowDefinition } from '#lib/workflow';
import type { Application } from '../../application/application.entity.js';

/** Fewer say nothing, or too much of single people. */
const fewest = 5;
const lookedThrough = 500;
const most = 50;

/**
 * How long the last applications that ended at the agency under the same revision stayed in each state, by the state's
 * name in Vietnamese, in milliseconds: half of them were through in this time or less. Of those among the last 500 that ended there, at most 50. No state in which fewer than 5 were.
 */
export async function usualStays(
  tx: Tx,
  { agencyId, revisionId }: Pick<Application, 'agencyId' | 'revisionId'>,
  workflow: WorkflowDefinition,
): Promise<Map<string, number>> {
  const rows: { id: string; at: Date; to: StateValue }[] = await tx.query(
    `SELECT event.application_id AS id, event.at, event.to_state AS "to"
       FROM (SELECT id FROM (
               SELECT id, revision_id FROM applications.application
                WHERE agency_id = $1 AND waits_for = 'nobody' ORDER BY changed_at DESC, id LIMIT ${lookedThrough}
             ) ended WHERE revision_id = $2 LIMIT ${most}) alike
       JOIN applications.event ON event.application_id = alike.id
      ORDER BY event.application_id, event.sequence`,
    [agencyId, revisionId],
  );
  const stays = new Map<string, Map<string, number>>();
  for (const [index, { id, at, to }] of rows.entries()) {
    const next = rows[index + 1];
    if (next?.id !== id) continue;
    const name = stateOf(workflow, to).label.vi;
    const byCase = stays.get(name) ?? new Map<string, number>();
    byCase.set(id, (byCase.get(id) ?? 0) + next.at.getTime() - at.getTime());
    stays.set(name, byCase);
  }
  const enough = [...stays].filter(([, byCase]) => byCase.size >= fewest);
  return new Map(enough.map(([name, byCase]) => [name, median([...byCase.values()])]));
}

function median(numbers: number[]): number {
  return numbers.toSorted((one, other) => one - other)[Math.floor((numbers.length - 1) / 2)] ?? 0;
}
