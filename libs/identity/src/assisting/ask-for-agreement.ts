import { digest, type Language, legalDate, type Platform, Refusal, seal } from '#lib/platform';
import type { PopulationRegister, RegisterPerson, SmsGateway } from '#lib/registries';
import type { Principal } from '#lib/web';
import { refuseWhileHeld } from '../assurance/required-assurance.js';
import { personalDetails } from '../person/personal-details.js';
import { phoneCodeMinutes, type PhoneCodeUse, sendPhoneCode } from '../phone-code/send-phone-code.js';
import { type Claim, matchesRegister } from '../sign-up/match-register.js';
import { assistingTexts } from './texts.js';

/** What an agreement by code is for. */
export function agreementUse(helperId: string): PhoneCodeUse {
  return { helperId, purpose: 'assistance', boundTo: digest('assistance') };
}

/** Refuses a helper who is not known at level 2 ('helper-not-known-enough', 403): they answer for what they prepare. */
export function refuseUnknownHelper({ assurance }: Principal): void {
  if (assurance < 2) throw new Refusal('helper-not-known-enough', 403);
}

/**
 * Asks a citizen, by a code to the phone the register has, whether this helper may prepare for them. Whether the data
 * are somebody's is not said: what follows looks the same.
 * Refuses oneself ('cannot-assist-oneself', 409), 'helper-not-known-enough' (403), 'level-2-held' (403), 'too-many-tries' (429) and
 * 'register-unavailable' (503).
 */
export async function askForAgreement(
  platform: Platform,
  state: { register: PopulationRegister; sms: SmsGateway },
  wish: { helper: Principal; claim: Claim; language: Language },
): Promise<void> {
  const { helper, claim, language } = wish;
  refuseUnknownHelper(helper);
  await refuseWhileHeld(platform.database.manager, platform, helper.id, { assurance: 2 });
  const own = await personalDetails(platform.database.manager, platform, helper.id);
  if (own.idNumber === claim.idNumber) throw new Refusal('cannot-assist-oneself', 409);
  const found = await state.register.findPerson(claim.idNumber, 'representation');
  const citizen = matchesRegister(claim, found, legalDate(platform.clock.now())) ? found : undefined;
  await sendPhoneCode(platform, state.sms, agreementUse(helper.id), {
    idNumber: claim.idNumber,
    phone: citizen?.phone,
    ...(citizen && { claimsSealed: sealCitizen(platform, helper.id, citizen) }),
    text: (code) => assistingTexts(language)('sms', { code, minutes: phoneCodeMinutes, name: helper.name }),
  });
}

function sealCitizen({ config }: Platform, helperId: string, citizen: RegisterPerson): string {
  return seal(config.secrets.encryptionKey, `phone-code:citizen:${helperId}`, JSON.stringify(citizen));
}
