import { revisionsOf } from '#lib/catalogue';
import { beginOfLegalDay, legalDate, newId, type Platform, Refusal, type Tx } from '#lib/platform';
import type { Principal } from '#lib/web';
import { checkText } from '../checking/check-text.js';
import { readDraft } from '../draft/read-draft.js';
import { Proposal } from './proposal.entity.js';

export interface PublicationWish {
  draftId: string;
  /** Of the text that was looked at. */
  version: number;
  /** The legal day on which it comes in force, YYYY-MM-DD: today or later. */
  inForceOn: string;
  reason: string;
}

/**
 * Proposes a draft revision for publication: from now on nobody changes it until a second designer has decided, or the
 * proposal is taken back. Refuses a draft that is proposed or has ended, or whose text is another by now
 * (`draft-revision-changed`, 409), one with findings (`definition-has-findings`, 422), a day that is over (`day-is-over`, 422)
 * or before another revision that is published already (`publication-before-another`, 409).
 */
export async function proposePublication(
  tx: Tx,
  platform: Platform,
  designer: Principal,
  { draftId, version, inForceOn, reason }: PublicationWish,
): Promise<Proposal> {
  await tx.query('SELECT FROM designing.draft_revision WHERE id = $1 FOR UPDATE', [draftId]);
  const { draft, saved, proposal } = await readDraft(tx, designer, draftId);
  if (draft.endedAt || proposal || draft.version !== version)
    throw new Refusal('draft-revision-changed', 409);
  const now = platform.clock.now();
  if (inForceOn < legalDate(now)) throw new Refusal('day-is-over', 422);
  const { definition, findings } = await checkText(tx, saved.text, draft.code, now);
  if (!definition || findings.length > 0) throw new Refusal('definition-has-findings', 422);
  const from = beginOfLegalDay(inForceOn);
  const ahead = (await revisionsOf(tx, draft.code)).filter(({ inForceFrom }) => inForceFrom > now);
  if (ahead.some(({ inForceFrom }) => inForceFrom > from))
    throw new Refusal('publication-before-another', 409);
  const id = newId();
  const proposed = { id, draftId, version, inForceOn, reason, proposedBy: designer.id, proposedAt: now };
  await tx.getRepository(Proposal).insert(proposed);
  return tx.getRepository(Proposal).findOneByOrFail({ id });
}
