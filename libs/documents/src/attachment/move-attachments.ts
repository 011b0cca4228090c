import type { Tx } from '#lib/platform';
import { Attachment } from './attachment.entity.js';

/** Hands the attachments of one case to another: those of an answer to the application it supplements. */
export async function moveAttachments(tx: Tx, { from, to }: { from: string; to: string }): Promise<void> {
  await tx.getRepository(Attachment).update({ caseId: from }, { caseId: to });
}
