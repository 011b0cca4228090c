import { newId, type Platform, seal, type Tx } from '#lib/platform';
import { Attachment } from './attachment.entity.js';
import { attachmentDisk, contentKey } from './attachment-disk.js';
import { cleanFileName } from './clean-file-name.js';
import { lockContent } from './lock-content.js';
import type { ReceivedFile } from './receive-upload.js';

/** An attachment as its receipt names it. */
export interface StoredAttachment {
  id: string;
  name: string;
  sha256: string;
  size: number;
  mediaType: Attachment['mediaType'];
  createdAt: Date;
}

/**
 * Keeps a received file as an attachment of a case: puts it under its final name in one step, so that a crash leaves no
 * half file there, and writes the row. The same content handed in twice is kept once.
 */
export async function storeAttachment(
  tx: Tx,
  platform: Platform,
  attachment: { caseId: string; ownerPersonId: string; name: string; file: ReceivedFile },
): Promise<StoredAttachment> {
  const { caseId, ownerPersonId, file } = attachment;
  const { sha256, size, mediaType } = file;
  const name = cleanFileName(attachment.name);
  const [id, createdAt] = [newId(), platform.clock.now()];
  await lockContent(tx, sha256);
  const disk = attachmentDisk(platform.config);
  if (!(await disk.exists(contentKey(sha256)))) await disk.copyFromFs(file.path, contentKey(sha256));
  await tx.getRepository(Attachment).insert({
    id,
    caseId,
    ownerPersonId,
    sha256,
    size,
    mediaType,
    nameSealed: seal(platform.config.secrets.encryptionKey, `attachment:name:${id}`, name),
    createdAt,
  });
  return { id, name, sha256, size, mediaType, createdAt };
}
