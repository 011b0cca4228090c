import type { Tx } from '#lib/platform';
import type { IdentitySecrets, OfficerNumbers } from '../officers/officer-identity.js';
import { keepLookup, officerLookup } from '../officers/officer-lookup.js';
import { noteOfficerIdentity } from './note-officer-identity.js';

/** Notes an officer as a person of whom the register has nothing to add: for who is made up, in a walk or a test. */
export async function noteKnownOfficer(
  tx: Tx,
  secrets: IdentitySecrets,
  officer: { officerId: string; at: Date },
  numbers: OfficerNumbers,
): Promise<void> {
  await noteOfficerIdentity(tx, secrets, officer, numbers);
  const lookup = await officerLookup(tx, secrets.encryptionKey, officer.officerId);
  if (lookup) await keepLookup(tx, lookup, [], officer.at);
}
