import { removeAttachments } from '#lib/documents';
import type { Platform, Tx } from '#lib/platform';
import type { Principal } from '#lib/web';
import { openDraft } from '../draft/open-draft.js';
import { writeDraft } from '../draft/write-draft.js';
import { paperField, papersOf } from './paper-field.js';

/**
 * Takes a paper off a field of a draft; one that is gone already is no mistake. Returns the digests of the contents to
 * forget once that is committed. Refuses like `openDraft`.
 */
export async function removePaper(
  tx: Tx,
  platform: Platform,
  principal: Principal,
  paper: { draftId: string; fieldId: string; attachmentId: string },
): Promise<string[]> {
  const opened = await openDraft(tx, platform, principal, paper.draftId, { lock: true });
  const { form, content, draft } = opened;
  const field = paperField(form, paper.fieldId);
  const before = papersOf(content.answers, field.id);
  const after = before.filter(({ attachment }) => attachment !== paper.attachmentId);
  if (after.length === before.length) return [];
  const answers = { ...content.answers, [field.id]: after };
  if (after.length === 0) delete answers[field.id];
  await writeDraft(tx, platform, opened, {
    content: { ...content, answers },
    sources: draft.sources,
    saved: true,
  });
  return removeAttachments(tx, { caseId: draft.id, id: paper.attachmentId });
}
