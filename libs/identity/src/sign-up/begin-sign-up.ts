import { Logger } from '@nestjs/common';
import { type Language, legalDate, newId, type Platform, randomToken, seal } from '#lib/platform';
import type { PopulationRegister, SmsGateway } from '#lib/registries';
import { newCode } from '../phone-code/new-code.js';
import { codeIndex } from './code-index.js';
import { type Claim, matchesRegister } from './match-register.js';
import { SignUp } from './sign-up.entity.js';
import { signUpTexts } from './texts.js';

/** How long a code may be given back. */
export const codeMinutes = 15;

const logger = new Logger('Sign-up');

/** What the register said about the person whose sign-up it is, as it is kept until the passkey is made. */
export interface RegisterClaims {
  idNumber: string;
  fullName: string;
  birthDate: string;
  sex: 'male' | 'female';
  phone: string;
}

/**
 * Asks the register whether the claim is true and, only then, sends a code to the phone the register knows.
 * The caller is told nothing: a row is written in every case, and the message is not waited for, so that neither the
 * answer nor the time it takes says whether the person exists.
 * Refuses 'register-unavailable' (503).
 */
export async function beginSignUp(
  platform: Platform,
  state: { register: PopulationRegister; sms: SmsGateway },
  wish: { preSession: Buffer; claim: Claim; next: string; language: Language; often: boolean },
): Promise<void> {
  const { claim, preSession, next, often } = wish;
  const { encryptionKey } = platform.config.secrets;
  const found = await state.register.findPerson(claim.idNumber, 'sign-up');
  const now = platform.clock.now();
  const person = matchesRegister(claim, found, legalDate(now)) ? found : undefined;

  const personId = newId();
  const code = newCode(often);
  const claims: RegisterClaims | undefined = person && {
    idNumber: person.idNumber,
    fullName: person.fullName.normalize('NFC'),
    birthDate: person.birthDate,
    sex: person.sex,
    phone: person.phone,
  };
  const signUp: SignUp = {
    preSession,
    personId,
    codeIndex: codeIndex(platform, preSession, person ? code : randomToken()),
    claimsSealed: claims ? seal(encryptionKey, `sign-up:claims:${personId}`, JSON.stringify(claims)) : null,
    next,
    tries: 0,
    provedAt: null,
    expiresAt: new Date(now.getTime() + codeMinutes * 60_000),
  };
  await platform.database.getRepository(SignUp).upsert(signUp, ['preSession']);
  if (!person) return;
  const text = signUpTexts(wish.language)('sms', { code, minutes: codeMinutes });
  state.sms
    .send(person.phone, text)
    .catch((error: Error) => logger.warn(`A code was not sent: ${error.message}`));
}
