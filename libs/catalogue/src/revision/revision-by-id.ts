import type { Tx } from '#lib/platform';
import { Revision } from './revision.entity.js';

const known = new Map<string, Revision>();

/** The revision with this id. Revisions never change, so memory keeps those in use. */
export async function revisionById(tx: Tx, id: string): Promise<Revision> {
  const found = known.get(id) ?? (await tx.getRepository(Revision).findOneByOrFail({ id }));
  if (known.size > 5000) known.clear();
  known.set(id, found);
  return found;
}
