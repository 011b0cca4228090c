import { IsNull } from 'typeorm';
import type { Tx } from '#lib/platform';
import type { Principal } from '#lib/web';
import { Draft } from './draft.entity.js';

/** The citizen's drafts of a procedure to which something was saved, the last one first. */
export async function draftsOf(tx: Tx, principal: Principal, code: string): Promise<Draft[]> {
  const drafts = await tx.getRepository(Draft).find({
    where: { personId: principal.id, code, submittedAt: IsNull(), supplements: IsNull() },
    order: { savedAt: 'DESC' },
    take: 50,
  });
  return drafts.filter(({ createdAt, savedAt }) => savedAt > createdAt);
}
