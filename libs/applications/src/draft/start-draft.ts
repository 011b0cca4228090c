import { type Revision, revisionInForce } from '#lib/catalogue';
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
 * (`assurance-too-low`, 403), a part of another procedure (`procedure-not-found`, 404) and whatever `revisionInForce` and `holdMandate` refuse. To be called in a transaction.
 */
export async function startDraft(
  tx: Tx,
  platform: Platform,
  principal: Principal,
  code: string,
  mandateId?: string,
): Promise<Draft> {
  const revision = await revisionInForce(tx, code, platform.clock.now());
  // A part is opened with the whole it belongs to.
  if (revision.definition.partOf) throw new Refusal('procedure-not-found', 404);
  await checkApplicant(tx, platform, principal, revision, mandateId);
  await tx.query('SELECT pg_advisory_xact_lock(hashtextextended($1, 7060010))', [principal.id]);
  const untouched = await tx
    .getRepository(Draft)
    .createQueryBuilder('draft')
    .where({ personId: principal.id, revisionId: revision.id, onBehalfOf: mandateId ?? IsNull() })
    .andWhere(
      'draft.submitted_at IS NULL AND draft.supplements IS NULL AND draft.saved_at = draft.created_at',
    )
    .getOne();
  return untouched ?? insertDraft(tx, platform, principal, revision, mandateId);
}

/** A new draft on a revision, for an applicant who was checked. */
export async function insertDraft(
  tx: Tx,
  platform: Platform,
  principal: Principal,
  revision: Revision,
  mandateId: string | null | undefined,
): Promise<Draft> {
  const now = platform.clock.now();
  const drafts = tx.getRepository(Draft);
  const id = newId();
  const answersSealed = sealContent(platform, id, emptyContent);
  await drafts.insert({
    id,
    personId: principal.id,
    code: revision.code,
    revisionId: revision.id,
    onBehalfOf: mandateId ?? null,
    representedBy: mandateId ? principal.id : null,
    version: 1,
    answersSealed,
    sources: {},
    createdAt: now,
    savedAt: now,
  });
  return drafts.findOneByOrFail({ id });
}

/**
 * Whether somebody may apply on a revision. Refuses an identity that is not sure enough (`assurance-too-low`, 403), and
 * like `holdMandate`.
 */
export async function checkApplicant(
  tx: Tx,
  platform: Platform,
  person: Principal,
  { definition }: Revision,
  mandateId: string | null | undefined,
): Promise<void> {
  checkAssurance(person, definition.assurance);
  if (mandateId) await holdMandate(tx, platform, { mandateId, person, procedure: definition });
}

/** A procedure says how sure the identity of the applicant must be. */
export function checkAssurance(principal: Principal, needed: number): void {
  if (principal.assurance < needed)
    throw new Refusal('assurance-too-low', 403, { needed, yours: principal.assurance });
}
