import { newId, type Tx } from '#lib/platform';
import { AccessEntry } from './access-entry.entity.js';

/** Writes down that a system looked somebody or an enterprise up. */
export async function recordAccess(tx: Tx, access: Omit<AccessEntry, 'id'>): Promise<void> {
  await tx.getRepository(AccessEntry).insert({ id: newId(), ...access });
}
