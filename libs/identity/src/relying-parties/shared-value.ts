import { formatDate } from '#lib/calendar';
import type { Language } from '#lib/platform';
import { maskIdNumber } from '../person/mask-id-number.js';
import type { PersonalDetails } from '../person/personal-details.js';
import type { SharedScope } from './shared-scopes.js';
import { relyingPartyTexts } from './texts.js';

/** What sharing means of a person's own data, for their eyes; the ID number is masked. */
export function sharedValue(language: Language, person: PersonalDetails, scope: SharedScope): string {
  const values: Record<SharedScope, () => string> = {
    profile: () => person.fullName,
    birth_date: () => formatDate(language, person.birthDate),
    id_number: () => maskIdNumber(person.idNumber),
    assurance: () => relyingPartyTexts(language)('level', { level: person.assurance }),
  };
  return values[scope]();
}
