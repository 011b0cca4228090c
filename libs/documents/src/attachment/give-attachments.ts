import type { Tx } from '#lib/platform';
import { Attachment } from './attachment.entity.js';

/** Gives the attachments of a case to the person whose case it now is. */
export async function giveAttachments(
  tx: Tx,
  { caseId, toPersonId }: { caseId: string; toPersonId: string },
): Promise<void> {
  await tx.getRepository(Attachment).update({ caseId }, { ownerPersonId: toPersonId });
}
