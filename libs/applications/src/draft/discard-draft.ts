import { removeAttachments } from '#lib/documents';
import type { Tx } from '#lib/platform';
import type { Principal } from '#lib/web';
import { Draft } from './draft.entity.js';
import { draftOf } from './open-draft.js';

/**
 * Deletes a draft with its papers. Returns the digests of the contents to forget once that is committed.
 * Refuses like `openDraft`; a filed application is never deleted.
 */
export async function discardDraft(tx: Tx, principal: Principal, id: string): Promise<string[]> {
  await draftOf(tx, principal, id, { lock: true });
  const digests = await removeAttachments(tx, { caseId: id });
  await tx.getRepository(Draft).delete({ id, personId: principal.id });
  return digests;
}
