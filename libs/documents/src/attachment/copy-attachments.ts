import { In } from 'typeorm';
import { type Platform, seal, type Tx, unseal } from '#lib/platform';
import { Attachment } from './attachment.entity.js';
import { lockContent } from './lock-content.js';

/**
 * Gives papers of one case to another as well; the content is kept once. `ids` are those of the papers, each with the id
 * of its copy. What was copied before is not copied again.
 */
export async function copyAttachments(
  tx: Tx,
  platform: Platform,
  { from, to, ids }: { from: string; to: string; ids: ReadonlyMap<string, string> },
): Promise<void> {
  const attachments = tx.getRepository(Attachment);
  const key = platform.config.secrets.encryptionKey;
  for (const row of await attachments.findBy({ caseId: from, id: In([...ids.keys()]) })) {
    const id = ids.get(row.id) ?? row.id;
    const name = unseal(key, `attachment:name:${row.id}`, row.nameSealed);
    await lockContent(tx, row.sha256);
    await attachments
      .createQueryBuilder()
      .insert()
      .values({ ...row, id, caseId: to, nameSealed: seal(key, `attachment:name:${id}`, name) })
      .orIgnore()
      .execute();
  }
}
