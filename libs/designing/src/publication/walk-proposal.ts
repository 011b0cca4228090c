import { walkThroughEngine } from '#lib/applications';
import { readWritten } from '#lib/catalogue';
import type { Platform } from '#lib/platform';
import { SavedText } from '../draft/saved-text.entity.js';
import { Proposal } from './proposal.entity.js';

/** A walk holds a connection and some rows of its own: it must not last. */
const mostSeconds = 20;

/** Makes a job (`walk-proposal`) of each open proposal that has none. Returns how many. */
export async function relayProposals({ database }: Platform): Promise<number> {
  const rows: unknown[] = await database.query(
    `WITH waiting AS (
       UPDATE designing.proposal SET walk_queued = true WHERE id IN (
         SELECT id FROM designing.proposal WHERE NOT walk_queued AND outcome IS NULL FOR UPDATE SKIP LOCKED
       ) RETURNING id
     )
     SELECT graphile_worker.add_job('walk-proposal', json_build_object('id', id)) FROM waiting`,
  );
  return rows.length;
}

/**
 * Walks what is proposed through the real engine (`walkThroughEngine`), and notes at the proposal what was found; one that is
 * decided by now is left alone. The walk writes everywhere, so it needs the database as its owner, in a transaction that
 * never commits; the note is the worker's.
 */
export async function walkProposal(worker: Platform, owner: Platform, id: string): Promise<void> {
  const { manager } = worker.database;
  const proposal = await manager.getRepository(Proposal).findOneByOrFail({ id });
  if (proposal.outcome) return;
  const { draftId, version } = proposal;
  const { text } = await manager.getRepository(SavedText).findOneByOrFail({ draftId, version });
  const { definition, findings } = readWritten(text);
  const walk = definition
    ? await walkThroughEngine(owner, definition, { mostSeconds })
    : { findings, steps: 0, complete: true };
  await manager.query(
    `UPDATE designing.proposal SET walked_at = $2, walk_steps = $3, walk_findings = $4, walk_complete = $5
      WHERE id = $1`,
    [id, worker.clock.now(), walk.steps, JSON.stringify(walk.findings), walk.complete],
  );
}
