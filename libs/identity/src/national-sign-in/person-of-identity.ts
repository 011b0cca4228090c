import { blindIndex, isPostgresError, type Platform, transaction, type Tx } from '#lib/platform';
import type { PopulationRegister } from '#lib/registries';
import { tellWhatWasAsked } from '../asked-before/tell-what-was-asked.js';
import { Person } from '../person/person.entity.js';
import { personWithIdNumber } from '../person/person-with-id-number.js';
import { unlock } from '../lock/unlock.js';
import { nameKey } from '../sign-up/match-register.js';
import { raiseAssurance } from '../proofing/raise-assurance.js';
import { claimsOf, evidenceOf, type IdentityClaims } from './identity-claims.js';
import { newPersonOf } from './new-person-of.js';
import { SignInFailure } from './sign-in-failure.js';
import { tellOfBinding } from './tell-of-binding.js';
import type { VerifiedIdentity } from './verify-callback.js';

/**
 * The person a national identity belongs to. The first time it is bound by the ID number: to the person who has an
 * account with it, else to a new one, whom the population register must know as claimed. Later by issuer and subject
 * alone; should the ID number then be another, nobody is signed in. Raises the level to what the identity stands for, and
 * at level 2 unlocks an identity that its holder has locked.
 * `signedInAs`: the person whose session the browser has, who must be the same.
 * Returns who they are and whether the sign-in has unlocked them. Throws `SignInFailure`; refuses 'register-unavailable' (503).
 */
export async function personOfIdentity(
  platform: Platform,
  register: PopulationRegister,
  identity: VerifiedIdentity,
  signedInAs: string | undefined,
): Promise<{ personId: string; unlocked: boolean }> {
  const claims = claimsOf(identity);
  const manager = platform.database.manager;
  const bound = await personBoundTo(manager, identity);
  const personId = bound ?? (await personWithIdNumber(manager, platform, claims.idNumber));
  if (signedInAs && signedInAs !== personId) throw new SignInFailure('other-person');
  const born = personId ? undefined : await newPersonOf(platform, register, claims, identity);
  try {
    return await transaction(platform.database, async (tx) => {
      if (born) await tx.getRepository(Person).insert(born);
      const id = born?.id ?? (personId as string);
      const person = await tx.getRepository(Person).findOneByOrFail({ id });
      checkSamePerson(platform, person, claims, bound !== undefined);
      if (!bound) await bind(tx, platform, identity, id, born !== undefined);
      // Level 2 is evidence enough to unlock; with less, a locked identity proves nothing and opens no session.
      const unlocked = identity.level === 2 && (await unlock(tx, platform, id)).unlocked;
      if (unlocked || (!person.lockedAt && (!bound || person.assurance < identity.level)))
        await raiseAssurance(tx, platform, id, {
          level: identity.level,
          method: 'national-identity',
          evidence: evidenceOf(identity),
        });
      if (born) {
        await tellWhatWasAsked(tx, platform, id);
      }
      return { personId: id, unlocked };
    });
  } catch (error) {
    if (isPostgresError(error, 'unique-violation', 'federated_identity_one_a_person') && personId)
      throw new SignInFailure('bound-elsewhere', 'another subject', {
        ownerId: personId,
        kind: 'federated-subject-differs',
      });
    // Two browsers at the same moment: the second finds what the first has made.
    if (isPostgresError(error, 'unique-violation')) throw new SignInFailure('expired', 'at the same moment');
    throw error;
  }
}

/** The person a subject is bound to; undefined where it is bound to nobody. */
export async function personBoundTo(
  tx: Tx,
  { issuer, subject }: Pick<VerifiedIdentity, 'issuer' | 'subject'>,
): Promise<string | undefined> {
  const [row]: { personId: string }[] = await tx.query(
    'SELECT person_id AS "personId" FROM identity.federated_identity WHERE issuer = $1 AND subject = $2',
    [issuer, subject],
  );
  return row?.personId;
}

async function bind(
  tx: Tx,
  platform: Platform,
  { issuer, subject }: VerifiedIdentity,
  personId: string,
  isNew: boolean,
): Promise<void> {
  const now = platform.clock.now();
  await tx.query(
    `INSERT INTO identity.federated_identity (issuer, subject, person_id, bound_by, bound_at)
      VALUES ($1, $2, $3, 'id-number', $4)`,
    [issuer, subject, personId, now],
  );
  if (!isNew) await tellOfBinding(tx, personId, now);
}

function checkSamePerson({ config }: Platform, person: Person, claims: IdentityClaims, bound: boolean): void {
  const { id } = person;
  if (person.idNumberIndex !== blindIndex(config.secrets.blindIndexKey, claims.idNumber))
    throw new SignInFailure('bound-elsewhere', 'another ID number', {
      ownerId: id,
      kind: 'federated-id-number-differs',
    });
  // Names are mended in the register now and then: they count when binding, not at every sign-in after it.
  const same = person.birthDate === claims.birthDate && nameKey(person.fullName) === nameKey(claims.fullName);
  if (!bound && !same)
    throw new SignInFailure('not-matched', 'name or birth date', {
      ownerId: id,
      kind: 'federated-data-differ',
    });
}
