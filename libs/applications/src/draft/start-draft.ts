import { revisionInForce } from '#lib/catalogue';
import { newId, type Platform, Refusal, type Tx } from '#lib/platform';
import type { Principal } from '#lib/web';
import { Draft } from './draft.entity.js';
import { emptyContent, sealContent } from './draft-content.js';

/**
 * Starts a draft on the revision in force and returns it. A draft of that revision that nothing was saved to yet is
 * taken up again, so that a button pressed twice makes one draft.
 * Refuses an identity that is not sure enough for the procedure (`assurance-too-low`, 403) and whatever
 * `revisionInForce` refuses. To be called in a transaction.
 */
export async function startDraft(
  tx: Tx,
  platform: Platform,
  principal: Principal,
  code: string,
): Promise<Draft> {
  const now = platform.clock.now();
  const { id: revisionId, definition } = await revisionInForce(tx, code, now);
  checkAssurance(principal, definition.assurance);
  await tx.query('SELECT pg_advisory_xact_lock(hashtextextended($1, 7060010))', [principal.id]);
  const drafts = tx.getRepository(Draft);
  const untouched = await drafts
    .createQueryBuilder('draft')
    .where({ personId: principal.id, revisionId })
    .andWhere(
      'draft.submitted_at IS NULL AND draft.supplements IS NULL AND draft.saved_at = draft.created_at',
    )
    .getOne();
  if (untouched) return untouched;
  const id = newId();
  const answersSealed = sealContent(platform, id, emptyContent);
  await drafts.insert({
    id,
    personId: principal.id,
    code,
    revisionId,
    version: 1,
    answersSealed,
    sources: {},
    createdAt: now,
    savedAt: now,
  });
  return drafts.findOneByOrFail({ id });
}

/** A procedure says how sure the identity of the applicant must be. */
export function checkAssurance(principal: Principal, needed: number): void {
  if (principal.assurance < needed)
    throw new Refusal('assurance-too-low', 403, { needed, yours: principal.assurance });
}
