import { checkPage, errorSentence, noPlaces, readPage, type Typed as TypedFields } from '#lib/forms';
import { type Language, legalDate, type Platform } from '#lib/platform';
import type { PopulationRegister } from '#lib/registries';
import { textIn } from '#lib/web';
import { personWithIdNumber } from '../person/person-with-id-number.js';
import { standingGuardianship } from '../representation/end-guardianship.js';
import type { GuardianshipDecision } from '../representation/grant-guardianship.js';
import { guardianshipForm } from './guardianship.form.js';
import type { GuardianshipMatter } from './matter-content.js';
import { type Mistake, mistake } from './mistake.js';
import { matterTexts } from './texts.js';

type Entered = GuardianshipDecision & {
  what: GuardianshipMatter['kind'];
  guardianIdNumber: string;
  wardIdNumber: string;
  lastDay?: string;
};

/**
 * What the first officer posted of a guardianship: both must be known and alive, the guardian grown up and with an
 * account; what begins must not stand yet and must last beyond today, what ends must stand.
 */
export async function readGuardianship(
  platform: Platform,
  register: PopulationRegister,
  language: Language,
  body: unknown,
): Promise<{ content?: GuardianshipMatter; mistakes: Mistake[]; typed: TypedFields }> {
  const t = matterTexts(language);
  const [page] = guardianshipForm.pages;
  const { typed, answers } = readPage(page, body);
  const today = legalDate(platform.clock.now());
  const errors = checkPage(guardianshipForm, page, answers, { today, ...noPlaces });
  const mistakes = errors.map(
    (error): Mistake => ({
      field: error.field,
      input: error.part || isDate(error.field) ? `${error.field}-${error.part ?? 'day'}` : error.field,
      sentence: errorSentence(language, guardianshipForm, error),
    }),
  );
  if (textIn(body, 'compared') !== 'yes') mistakes.push(mistake(t, 'compared', 'guardianComparedMissing'));
  if (mistakes.length > 0) return { mistakes, typed };
  const entered = answers as unknown as Entered;
  const found = await wrongPeople(platform, register, entered, today);
  if (found) return { mistakes: [mistake(t, found.field, found.key)], typed };
  const { what: kind, guardianIdNumber, wardIdNumber, ground, number, date, issuedBy, lastDay } = entered;
  const decision = { ground, number, date, issuedBy };
  const content = { kind, guardianIdNumber, wardIdNumber, decision, ...(lastDay && { lastDay }) };
  return { content, mistakes, typed };
}

const isDate = (field: string) => field === 'date' || field === 'lastDay';

/** A field, and the key of the sentence that says what is wrong in it. */
function wrong(
  field: 'guardianIdNumber' | 'wardIdNumber' | 'lastDay',
  key: Parameters<ReturnType<typeof matterTexts>>[0],
) {
  return { field, key };
}

async function wrongPeople(
  platform: Platform,
  register: PopulationRegister,
  { what, guardianIdNumber, wardIdNumber, lastDay }: Entered,
  today: string,
) {
  if (guardianIdNumber === wardIdNumber) return wrong('wardIdNumber', 'samePerson');
  const ward = await register.findPerson(wardIdNumber, 'identity-check');
  if (!ward) return wrong('wardIdNumber', 'personUnknown');
  const tx = platform.database.manager;
  const guardianId = await personWithIdNumber(tx, platform, guardianIdNumber);
  const stands = guardianId && (await standingGuardianship(tx, platform, { guardianId, wardIdNumber }));
  if (what === 'guardianship-end') return stands ? undefined : wrong('wardIdNumber', 'notGuardian');
  if (ward.deceased) return wrong('wardIdNumber', 'personDeceased');
  const guardian = await register.findPerson(guardianIdNumber, 'identity-check');
  if (!guardian) return wrong('guardianIdNumber', 'personUnknown');
  if (guardian.deceased) return wrong('guardianIdNumber', 'personDeceased');
  if (yearsLater(guardian.birthDate, 18) > today) return wrong('guardianIdNumber', 'guardianTooYoung');
  if (!guardianId) return wrong('guardianIdNumber', 'guardianWithoutAccount');
  if (stands) return wrong('wardIdNumber', 'alreadyGuardian');
  return (lastDay ?? '') > today ? undefined : wrong('lastDay', 'lastDayOver');
}

/** The same day some years later, as text: good for comparing. */
function yearsLater(date: string, years: number): string {
  return `${Number(date.slice(0, 4)) + years}${date.slice(4)}`;
}
