import type { Tx } from '#lib/platform';
import { type IdentitySecrets, keepIdentity, type OfficerNumbers } from '../officers/officer-identity.js';
import { recordIdentityChange } from './record-identity-change.js';

/**
 * Notes who an officer is as a person and who lives with them, as the system says that appoints officers: no
 * administrator has a part in it.
 */
export async function noteOfficerIdentity(
  tx: Tx,
  secrets: IdentitySecrets,
  { officerId, at }: { officerId: string; at: Date },
  numbers: OfficerNumbers,
): Promise<void> {
  const householdSize = await keepIdentity(tx, secrets, officerId, numbers);
  await recordIdentityChange(tx, { officerId, householdSize, changedBy: null, confirmedBy: null, at });
}
