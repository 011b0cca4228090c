import { newId, type Tx } from '#lib/platform';
import { OfficerIdentityChange } from './identity-change.entity.js';

/** Writes down, for good, that it was noted who an officer is. */
export async function recordIdentityChange(tx: Tx, change: Omit<OfficerIdentityChange, 'id'>): Promise<void> {
  await tx.getRepository(OfficerIdentityChange).insert({ id: newId(), ...change });
}
