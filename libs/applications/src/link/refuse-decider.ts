import { linkKindOf } from '#lib/catalogue';
import { Refusal, type Tx } from '#lib/platform';
import type { Application } from '../application/application.entity.js';
import type { EventActor } from '../application/event.js';

/**
 * Nobody decides about their own decision: refuses whoever sent one of these events to an application this one is about,
 * or did what is complained about (`decided-before`, 403).
 */
export async function refuseDecider(
  tx: Tx,
  application: Pick<Application, 'id' | 'code'>,
  actor: EventActor,
  events: readonly string[],
): Promise<void> {
  if (actor.kind !== 'officer' || actor.id === null || events.length === 0) return;
  if (await decidedBefore(tx, application, actor.id, events)) throw new Refusal('decided-before', 403);
}

/** Whether an officer sent one of these events to an application this one is about, or did what is complained about. */
export async function decidedBefore(
  tx: Tx,
  { id, code }: Pick<Application, 'id' | 'code'>,
  officerId: string,
  events: readonly string[],
): Promise<boolean> {
  if (!linkKindOf(code)) return false;
  const found: unknown[] = await tx.query(
    `WITH RECURSIVE about AS (
       SELECT original_id, act FROM applications.link WHERE id = $1
       UNION SELECT further.original_id, further.act
         FROM applications.link further JOIN about ON further.id = about.original_id
     ) SELECT 1 FROM about JOIN applications.event ON application_id = original_id
        WHERE actor_id = $2 AND actor_kind = 'officer' AND (type = ANY($3) OR sequence = act) LIMIT 1`,
    [id, officerId, events],
  );
  return found.length > 0;
}
