import { type Platform, transaction, type Tx } from '#lib/platform';
import { Attachment } from './attachment.entity.js';
import { attachmentDisk, contentKey } from './attachment-disk.js';
import { lockContent } from './lock-content.js';

/** Removes the rows of a draft's attachments, one or all. Returns the digests to `forgetContents` after the commit. */
export async function removeAttachments(tx: Tx, which: { caseId: string; id?: string }): Promise<string[]> {
  const attachments = tx.getRepository(Attachment);
  const rows = await attachments.find({ where: which, select: { id: true, sha256: true } });
  if (rows.length > 0) await attachments.delete(rows.map(({ id }) => id));
  return rows.map(({ sha256 }) => sha256);
}

/** Deletes contents that no attachment names any more. To be called once the removal is committed. */
export async function forgetContents(platform: Platform, digests: string[]): Promise<void> {
  for (const sha256 of new Set(digests))
    await transaction(platform.database, async (tx) => {
      await lockContent(tx, sha256);
      if (await tx.getRepository(Attachment).existsBy({ sha256 })) return;
      await attachmentDisk(platform.config).delete(contentKey(sha256));
    });
}
