import { Refusal, type Tx } from '#lib/platform';
import type { EventActor } from '../application/event.js';

/**
 * The two-person rule: whoever sent one of these events last may not send this one (`same-person-again`, 403).
 */
export async function refuseSamePerson(
  tx: Tx,
  act: { applicationId: string; event: string; actor: EventActor },
  notBy: readonly string[],
): Promise<void> {
  if (notBy.length === 0) return;
  const last: { actor_id: string | null }[] = await tx.query(
    `SELECT DISTINCT ON (type) actor_id FROM applications.event
      WHERE application_id = $1 AND type = ANY ($2) ORDER BY type, sequence DESC`,
    [act.applicationId, notBy],
  );
  if (act.actor.id !== null && last.some(({ actor_id }) => actor_id === act.actor.id))
    throw new Refusal('same-person-again', 403, { event: act.event });
}
