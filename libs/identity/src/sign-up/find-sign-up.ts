import { blindIndex, type Platform, unseal } from '#lib/platform';
import { awaitsItsHolder } from '../person/awaits-its-holder.js';
import { Person } from '../person/person.entity.js';
import type { RegisterClaims } from './begin-sign-up.js';
import { SignUp } from './sign-up.entity.js';

/** Where a sign-up stands, as the pages need to know it. */
export type SignUpState =
  | { at: 'code'; next: string }
  /** The code was right, but the person has an account already. */
  | { at: 'known'; next: string; personId: string; claims: RegisterClaims }
  | {
      at: 'passkey';
      next: string;
      personId: string;
      provedAt: Date;
      claims: RegisterClaims;
      idNumberIndex: string;
      /** They are known here already, but nobody has ever signed in as them. */
      awaited: boolean;
    };

/** The sign-up under way in a browser, or undefined. */
export async function findSignUp(
  platform: Platform,
  preSession: Buffer | undefined,
): Promise<SignUpState | undefined> {
  if (!preSession) return undefined;
  const signUp = await platform.database.getRepository(SignUp).findOneBy({ preSession });
  if (!signUp || signUp.expiresAt <= platform.clock.now()) return undefined;
  const { next, personId, provedAt, claimsSealed } = signUp;
  if (!provedAt || !claimsSealed) return { at: 'code', next };
  const { encryptionKey, blindIndexKey } = platform.config.secrets;
  const claims = JSON.parse(
    unseal(encryptionKey, `sign-up:claims:${personId}`, claimsSealed),
  ) as RegisterClaims;
  const idNumberIndex = blindIndex(blindIndexKey, claims.idNumber);
  const known = await platform.database
    .getRepository(Person)
    .findOne({ where: { idNumberIndex }, select: { id: true } });
  const awaited = known !== null && (await awaitsItsHolder(platform.database.manager, known.id));
  if (known && !awaited) return { at: 'known', next, personId: known.id, claims };
  return { at: 'passkey', next, personId: known?.id ?? personId, provedAt, claims, idNumberIndex, awaited };
}
