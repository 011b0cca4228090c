import type { Tx } from '#lib/platform';
import { indexNumbers, keepIdentity, type OfficerNumbers } from '../officers/officer-identity.js';
import { recordIdentityChange } from './record-identity-change.js';

/**
 * Notes who an officer is as a person and who lives with them, as the system says that appoints officers: no
 * administrator has a part in it. The numbers themselves are not kept.
 */
export async function noteOfficerIdentity(
  tx: Tx,
  blindIndexKey: Buffer,
  { officerId, at }: { officerId: string; at: Date },
  numbers: OfficerNumbers,
): Promise<void> {
  const indexed = indexNumbers(blindIndexKey, numbers);
  await keepIdentity(tx, officerId, indexed);
  const householdSize = indexed.household.length;
  await recordIdentityChange(tx, { officerId, householdSize, changedBy: null, confirmedBy: null, at });
}
