import type { Readable } from 'node:stream';
import { type Platform, Refusal, type Tx, unseal } from '#lib/platform';
import { Attachment } from './attachment.entity.js';
import { attachmentDisk, contentKey } from './attachment-disk.js';
import type { StoredAttachment } from './store-attachment.js';

/** The attachments of a draft or application, oldest first. */
export async function attachmentsOf(tx: Tx, platform: Platform, caseId: string): Promise<StoredAttachment[]> {
  const rows = await tx
    .getRepository(Attachment)
    .find({ where: { caseId }, order: { createdAt: 'ASC', id: 'ASC' } });
  return rows.map((row) => opened(platform, row));
}

export interface OpenedAttachment extends StoredAttachment {
  content: Readable;
}

/**
 * An attachment with its content as a stream. Whoever asks says in what right: as its owner, or for a case they may see.
 * Refuses one that is not there or not theirs, which is the same answer (`not-found`, 404).
 */
export async function openAttachment(
  tx: Tx,
  platform: Platform,
  which: { id: string } & ({ ownerPersonId: string } | { caseId: string }),
): Promise<OpenedAttachment> {
  const row = isUuid(which.id) ? await tx.getRepository(Attachment).findOneBy(which) : undefined;
  if (!row) throw new Refusal('not-found', 404);
  const content = await attachmentDisk(platform.config).getStream(contentKey(row.sha256));
  return { ...opened(platform, row), content };
}

function opened(platform: Platform, row: Attachment): StoredAttachment {
  const { id, sha256, size, mediaType, createdAt } = row;
  const name = unseal(platform.config.secrets.encryptionKey, `attachment:name:${id}`, row.nameSealed);
  return { id, name, sha256, size, mediaType, createdAt };
}

function isUuid(text: string): boolean {
  return /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(text);
}
