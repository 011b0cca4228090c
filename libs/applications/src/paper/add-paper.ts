import { type ReceivedFile, storeAttachment } from '#lib/documents';
import type { Platform, Tx } from '#lib/platform';
import type { Principal } from '#lib/web';
import { openDraft } from '../draft/open-draft.js';
import { writeDraft } from '../draft/write-draft.js';
import { checkRoom, paperField, papersOf } from './paper-field.js';

/**
 * Adds a received file to a field of a draft. Refuses like `openDraft`, and one more than the field takes
 * (`too-many-files`, 422). To be called in a transaction.
 */
export async function addPaper(
  tx: Tx,
  platform: Platform,
  principal: Principal,
  paper: { draftId: string; fieldId: string; name: string; file: ReceivedFile },
): Promise<void> {
  const opened = await openDraft(tx, platform, principal, paper.draftId, { lock: true });
  const { form, content, draft } = opened;
  const field = paperField(form, paper.fieldId);
  const before = papersOf(content.answers, field.id);
  checkRoom(field, before);
  const { id, name, sha256, size, mediaType } = await storeAttachment(tx, platform, {
    caseId: draft.id,
    ownerPersonId: principal.id,
    name: paper.name,
    file: paper.file,
  });
  const answers = {
    ...content.answers,
    [field.id]: [...before, { attachment: id, name, sha256, size, mediaType }],
  };
  await writeDraft(tx, platform, opened, {
    content: { ...content, answers },
    sources: draft.sources,
    saved: true,
  });
}
