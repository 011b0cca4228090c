import { newId, type Platform, Refusal, type Tx } from '#lib/platform';
import { noteOfficerIdentity } from '../officers/officer-identity.js';
import { OfficerIdentityChange } from './identity-change.entity.js';

/** Who an officer is as a person, by numbers of 12 digits. */
export interface OfficerNumbers {
  idNumber: string;
  /** Who lives with the officer. */
  household: string[];
}

/**
 * Notes who an officer is and who lives with them, in place of what stood, and writes down that it was done and by whom:
 * an administrator, or null for the system that appoints officers.
 * Refuses 'identity-of-oneself' (403): nobody says of themselves whose matters they must not handle.
 */
export async function changeOfficerIdentity(
  tx: Tx,
  { config, clock }: Platform,
  { officerId, by }: { officerId: string; by: string | null },
  numbers: OfficerNumbers,
): Promise<void> {
  if (by === officerId) throw new Refusal('identity-of-oneself', 403);
  await noteOfficerIdentity(tx, config.secrets.blindIndexKey, officerId, numbers);
  const others = new Set(numbers.household.filter((each) => each !== numbers.idNumber));
  const change = { id: newId(), officerId, changedBy: by, householdSize: others.size, at: clock.now() };
  await tx.getRepository(OfficerIdentityChange).insert(change);
}
