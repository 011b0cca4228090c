import { type Platform, transaction, type Tx } from '#lib/platform';
import { Application } from '../application/application.entity.js';
import type { EffectHandler } from '../effect/effects.js';
import { askFollowUp } from '../outbox/ask-follow-up.js';
import { childOf, type StopReason } from './child.js';
import { openChild } from './open-child.js';
import { readParts } from './read-parts.js';

/** Opens the parts that need no other's result; those that do are opened when it is there. */
export const openChildren: EffectHandler = (platform, { applicationId }) =>
  transaction(platform.database, async (tx) => {
    await openDue(tx, platform, await lockWhole(tx, applicationId));
  });

/**
 * Asks the parts that are not decided to stop, and says why: their own workflow does it, at their own agency. What was
 * granted stays, or its agency is asked to undo it.
 */
export const stopChildren: EffectHandler = (platform, { applicationId, sequence }) =>
  transaction(platform.database, async (tx) => {
    const parent = await lockWhole(tx, applicationId);
    const [event]: { actor_kind: string }[] = await tx.query(
      'SELECT actor_kind FROM applications.event WHERE application_id = $1 AND sequence = $2',
      [applicationId, sequence],
    );
    const why: StopReason = event?.actor_kind === 'citizen' ? 'withdrawn' : 'refused';
    const [asked]: [{ id: string }[], number] = await tx.query(
      `UPDATE applications.child SET stop = $3
        WHERE parent_id = $1 AND sequence < $2 AND stop IS NULL AND undoes IS NULL RETURNING application_id AS id`,
      [applicationId, sequence, why],
    );
    for (const { id } of asked) await askFollowUp(tx, id);
    await undoGranted(tx, platform, parent);
  });

/** A part has ended: opens those that waited for its result, and has the whole go on where all is there. */
export function childEnded(platform: Platform, applicationId: string): Promise<void> {
  return transaction(platform.database, async (tx) => {
    const child = await childOf(tx, applicationId);
    if (!child) return;
    const parent = await lockWhole(tx, child.parentId);
    await openDue(tx, platform, parent);
    await undoGranted(tx, platform, parent);
    await askFollowUp(tx, parent.id);
  });
}

/** Of two that open, stop or end parts in the same instant the second waits here and sees what the first did. */
async function lockWhole(tx: Tx, id: string): Promise<Application> {
  await tx.query('SELECT FROM applications.application WHERE id = $1 FOR NO KEY UPDATE', [id]);
  return tx.getRepository(Application).findOneByOrFail({ id });
}

async function openDue(tx: Tx, platform: Platform, parent: Application): Promise<void> {
  const { round, parts } = await readParts(tx, platform, parent);
  for (const { definition, state } of parts)
    if (state === 'due')
      await openChild(tx, platform, parent, { part: definition.id, sequence: round, opened: definition });
}

/** Also what was granted in the instant in which it was asked to stop. */
async function undoGranted(tx: Tx, platform: Platform, parent: Application): Promise<void> {
  const { parts } = await readParts(tx, platform, parent);
  for (const { definition, state, child } of parts)
    if (state === 'granted' && child?.stop && definition.ifStopped !== 'stays')
      await openChild(tx, platform, parent, {
        part: definition.id,
        sequence: child.sequence,
        opened: definition.ifStopped.undoneBy,
        undoes: child.id,
      });
}
