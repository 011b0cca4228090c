import { isPostgresError, type Platform, Refusal, seal, transaction, type Tx } from '#lib/platform';
import { tellWhatWasAsked } from '../asked-before/tell-what-was-asked.js';
import { savePasskey } from '../passkey/save-passkey.js';
import { verifyRegistration } from '../passkey/verify-registration.js';
import { awaitsItsHolder } from '../person/awaits-its-holder.js';
import { Person } from '../person/person.entity.js';
import { raiseAssurance } from '../proofing/raise-assurance.js';
import type { PasskeyOwner } from '../session/start-session.js';
import type { SignUpState } from './find-sign-up.js';
import { SignUp } from './sign-up.entity.js';

/**
 * Makes the account: the person, the proof of level 1 and their first passkey, or nothing. Returns whose passkey it is.
 * Refuses 'passkey-not-accepted' (400), and 'account-exists' (409) where another browser was faster.
 */
export async function completeSignUp(
  platform: Platform,
  signUp: Extract<SignUpState, { at: 'passkey' }>,
  proof: { preSession: Buffer; registration: unknown },
): Promise<PasskeyOwner> {
  const { personId, claims } = signUp;
  const passkey = await verifyRegistration(platform.database.manager, platform, {
    audience: 'portal',
    boundTo: proof.preSession,
    ownerId: personId,
    registration: proof.registration,
  });
  const { encryptionKey } = platform.config.secrets;
  const evidence: Person['evidence'] = {
    method: 'register-match-and-phone-code',
    register: 'population',
    matched: ['id-number', 'full-name', 'birth-date'],
    provedAt: signUp.provedAt.toISOString(),
  };
  const person: Person = {
    id: personId,
    idNumberSealed: seal(encryptionKey, `person:id-number:${personId}`, claims.idNumber),
    idNumberIndex: signUp.idNumberIndex,
    fullName: claims.fullName,
    birthDate: claims.birthDate,
    sex: claims.sex,
    phoneSealed: seal(encryptionKey, `person:phone:${personId}`, claims.phone),
    assurance: 1,
    evidence,
    createdAt: platform.clock.now(),
    lockedAt: null,
    heldUntil: null,
  };
  await transaction(platform.database, async (tx) => {
    if (signUp.awaited) await takeOver(tx, personId);
    else await open(tx, person);
    const { method: _, ...facts } = evidence;
    const shown = { level: 1, method: 'register-and-phone', evidence: facts } as const;
    await raiseAssurance(tx, platform, personId, shown);
    await savePasskey(tx, passkey);
    await tellWhatWasAsked(tx, platform, personId);
    await tx.getRepository(SignUp).delete({ preSession: proof.preSession });
  });
  return { ownerId: personId, passkeyId: passkey.id };
}

async function open(tx: Tx, person: Person): Promise<void> {
  await tx
    .getRepository(Person)
    .insert(person)
    .catch((error: unknown) => {
      if (isPostgresError(error, 'unique-violation')) throw new Refusal('account-exists', 409);
      throw error;
    });
}

/** Makes the account theirs that was opened when somebody helped them; one browser alone can. */
async function takeOver(tx: Tx, personId: string): Promise<void> {
  await tx.query('SELECT pg_advisory_xact_lock(hashtextextended($1, 7060022))', [personId]);
  if (!(await awaitsItsHolder(tx, personId))) throw new Refusal('account-exists', 409);
}
