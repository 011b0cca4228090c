import { blindIndex, legalDate, newId, type Platform, seal } from '#lib/platform';
import type { PopulationRegister } from '#lib/registries';
import type { Person } from '../person/person.entity.js';
import { isKnownAs } from '../sign-up/match-register.js';
import { evidenceOf, type IdentityClaims } from './identity-claims.js';
import { SignInFailure } from './sign-in-failure.js';
import type { VerifiedIdentity } from './verify-callback.js';

/**
 * A person as the population register knows them, for an account they do not have yet.
 * Throws `SignInFailure` where the register does not know them as claimed; refuses 'register-unavailable' (503).
 */
export async function newPersonOf(
  platform: Platform,
  register: PopulationRegister,
  claims: IdentityClaims,
  identity: VerifiedIdentity,
): Promise<Person> {
  const { encryptionKey, blindIndexKey } = platform.config.secrets;
  const found = await register.findPerson(claims.idNumber, 'national-sign-in');
  const now = platform.clock.now();
  if (!isKnownAs(claims, found, legalDate(now))) throw new SignInFailure('not-matched', 'register');
  const id = newId();
  return {
    id,
    idNumberSealed: seal(encryptionKey, `person:id-number:${id}`, found.idNumber),
    idNumberIndex: blindIndex(blindIndexKey, found.idNumber),
    fullName: found.fullName.normalize('NFC'),
    birthDate: found.birthDate,
    sex: found.sex,
    phoneSealed: found.phone ? seal(encryptionKey, `person:phone:${id}`, found.phone) : null,
    assurance: identity.level,
    evidence: { ...evidenceOf(identity), register: 'population' },
    createdAt: now,
    lockedAt: null,
    heldUntil: null,
  };
}
