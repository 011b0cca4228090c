import { giveAttachments } from '#lib/documents';
import { holdMandate, mandateRules, personWithIdNumber, tellRepresented } from '#lib/identity';
import { isPostgresError, type Platform, Refusal, type Tx } from '#lib/platform';
import type { Principal } from '#lib/web';
import { Draft } from '../draft/draft.entity.js';
import { readDraft } from '../draft/read-draft.js';
import { unfinishedPage } from '../draft/unfinished-page.js';

/**
 * Gives a draft that a helper prepared to the citizen it is for: with its papers it is theirs from now on, and theirs
 * alone to change and to sign; that somebody helped stays written. The citizen is told.
 * Refuses what is not finished ('draft-unfinished', 409), a draft under another kind of mandate ('bad-request', 400),
 * a citizen without an account ('represented-without-account', 409) or who answers the same request for supplements
 * themselves ('supplement-begun-already', 409), and whatever `holdMandate` refuses.
 * To be called in a transaction.
 */
export async function handOverDraft(
  tx: Tx,
  platform: Platform,
  helper: Principal,
  id: string,
): Promise<void> {
  const reading = await readDraft(tx, platform, helper, id);
  const { draft, revision } = reading;
  if (!draft.onBehalfOf || draft.representedBy !== helper.id) throw new Refusal('bad-request', 400);
  if (unfinishedPage(reading)) throw new Refusal('draft-unfinished', 409);
  const procedure = revision.definition;
  const mandate = await holdMandate(tx, platform, { mandateId: draft.onBehalfOf, person: helper, procedure });
  const { represented, kind } = mandate;
  if (!mandateRules[kind].preparesOnly || represented.kind !== 'person')
    throw new Refusal('bad-request', 400);
  const toPersonId = await personWithIdNumber(tx, platform, represented.idNumber);
  if (!toPersonId) throw new Refusal('represented-without-account', 409);
  const { affected } = await tx
    .getRepository(Draft)
    .update(
      { id, personId: helper.id, version: draft.version },
      { personId: toPersonId, version: draft.version + 1, signingSealed: null },
    )
    .catch((error: unknown) => {
      if (isPostgresError(error, 'unique-violation', 'draft_of_supplement'))
        throw new Refusal('supplement-begun-already', 409);
      throw error;
    });
  if (affected !== 1) throw new Refusal('draft-changed', 409);
  await giveAttachments(tx, { caseId: id, toPersonId });
  await tellRepresented(tx, platform, mandate, {
    what: draft.supplements ? 'noticeSupplementHandedOver' : 'noticeHandedOver',
    by: helper.id,
    href: `/drafts/${id}/check`,
  });
}
