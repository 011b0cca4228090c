import { revisionInForce } from '#lib/catalogue';
import { holdMandate } from '#lib/identity';
import { newId, type Platform, Refusal, type Tx } from '#lib/platform';
import type { Principal } from '#lib/web';
import { IsNull } from 'typeorm';
import { Draft } from './draft.entity.js';
import { emptyContent, sealContent } from './draft-content.js';

/**
 * Starts a draft on the revision in force and returns it. A draft of that revision that nothing was saved to yet is
 * taken up again, so that a button pressed twice makes one draft.
 * `mandateId` starts it for somebody else. Refuses an identity that is not sure enough for the procedure
 * (`assurance-too-low`, 403) and whatever `revisionInForce` and `holdMandate` refuse. To be called in a transaction.
 */
export async function startDraft(
  tx: Tx,
  platform: Platform,
  principal: Principal,
  code: string,
  mandateId?: string,
): Promise<Draft> {
  const now = platform.clock.now();
  const { id: revisionId, definition } = await revisionInForce(tx, code, now);
  checkAssurance(principal, definition.assurance);
  if (mandateId) await holdMandate(tx, platform, { mandateId, person: principal, procedure: definition });
  const onBehalfOf = mandateId ?? null;
  await tx.query('SELECT pg_advisory_xact_lock(hashtextextended($1, 7060010))', [principal.id]);
  const drafts = tx.getRepository(Draft);
  const untouched = await drafts
    .createQueryBuilder('draft')
    .where({ personId: principal.id, revisionId, onBehalfOf: onBehalfOf ?? IsNull() })
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
    onBehalfOf,
    representedBy: mandateId ? principal.id : null,
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
