import { blindIndex, newId, type Platform, Refusal, seal, type Tx } from '#lib/platform';
import type { PopulationRegister, RegisterPerson } from '#lib/registries';
import { bindForeignIdentity } from '../national-sign-in/bind-foreign-identity.js';
import { Person } from '../person/person.entity.js';
import { personWithIdNumber } from '../person/person-with-id-number.js';
import { raiseAssurance } from '../proofing/raise-assurance.js';
import type { Agreed } from './decide-matter.js';
import type { ForeignIdentityMatter } from './matter-content.js';

/**
 * Binds a foreign identity to the resident whose document was compared, who gets an account with it where they had none.
 * Refuses 'foreign-identity-bound' (409) and a resident the register no longer knows ('not-found', 404).
 */
export async function carryOutForeignIdentity(
  tx: Tx,
  platform: Platform,
  register: PopulationRegister,
  { issuer, subject, proof }: ForeignIdentityMatter,
  { agencyId, officers }: Agreed,
): Promise<void> {
  const found = proof && (await register.findPerson(proof.idNumber, 'identity-check'));
  if (!found) throw new Refusal('not-found', 404);
  const known = await personWithIdNumber(tx, platform, found.idNumber);
  const personId = known ?? (await openAccount(tx, platform, found, issuer));
  // What is accepted of a foreign provider is level 1: comparing for level 2 is asked for by the holder.
  await raiseAssurance(tx, platform, personId, {
    level: 1,
    method: 'counter',
    evidence: {
      purpose: 'foreign-identity',
      issuer,
      document: proof.document,
      documentTail: proof.number.slice(-4),
      agencyId,
    },
    officers,
  });
  await bindForeignIdentity(tx, platform, { issuer, subject, personId, officerId: officers[1] });
}

async function openAccount(
  tx: Tx,
  platform: Platform,
  found: RegisterPerson,
  issuer: string,
): Promise<string> {
  const { encryptionKey, blindIndexKey } = platform.config.secrets;
  const id = newId();
  const now = platform.clock.now();
  const person: Person = {
    id,
    idNumberSealed: seal(encryptionKey, `person:id-number:${id}`, found.idNumber),
    idNumberIndex: blindIndex(blindIndexKey, found.idNumber),
    fullName: found.fullName.normalize('NFC'),
    birthDate: found.birthDate,
    sex: found.sex,
    phoneSealed: found.phone ? seal(encryptionKey, `person:phone:${id}`, found.phone) : null,
    assurance: 1,
    evidence: { method: 'counter', register: 'population', issuer, provedAt: now.toISOString() },
    createdAt: now,
    lockedAt: null,
    heldUntil: null,
  };
  await tx.createQueryBuilder().insert().into(Person).values(person).updateEntity(false).execute();
  return id;
}
