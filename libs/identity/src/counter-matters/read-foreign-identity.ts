import { legalDate, type Platform } from '#lib/platform';
import type { PopulationRegister } from '#lib/registries';
import { textIn } from '#lib/web';
import { ageRule } from '../assurance/age-rule.js';
import { type ForeignIdentityMatter, foreignDocuments } from './matter-content.js';
import { type Mistake, mistake } from './mistake.js';
import type { matterTexts } from './texts.js';

export type Typed = Record<string, string>;

/**
 * What the first officer posted of a foreign identity: the paper, and the resident it belongs to, whom the register must
 * know as a living foreigner of an age to have an account.
 */
export async function readForeignIdentity(
  platform: Platform,
  register: PopulationRegister,
  t: ReturnType<typeof matterTexts>,
  body: unknown,
): Promise<{ proof?: ForeignIdentityMatter['proof']; mistakes: Mistake[]; typed: Typed }> {
  const typed: Typed = Object.fromEntries(
    ['document', 'number', 'idNumber', 'compared'].map((name) => [name, textIn(body, name).slice(0, 100)]),
  );
  const document = foreignDocuments.find((each) => each === typed.document);
  const number = (typed.number ?? '').replace(/\s/g, '').toUpperCase();
  const idNumber = (typed.idNumber ?? '').replace(/\s/g, '');
  const mistakes: Mistake[] = [];
  if (!document) mistakes.push(mistake(t, 'document', 'documentMissing'));
  if (!/^[A-Z0-9]{6,12}$/.test(number)) mistakes.push(mistake(t, 'number', 'numberMissing'));
  const wrong = await wrongResident(platform, register, idNumber);
  if (wrong) mistakes.push(mistake(t, 'idNumber', wrong));
  if (typed.compared !== 'yes') mistakes.push(mistake(t, 'compared', 'comparedMissing'));
  return document && mistakes.length === 0
    ? { proof: { document, number, idNumber }, mistakes, typed }
    : { mistakes, typed };
}

async function wrongResident(platform: Platform, register: PopulationRegister, idNumber: string) {
  if (!/^\d{12}$/.test(idNumber)) return 'idNumberMissing';
  const person = await register.findPerson(idNumber, 'identity-check');
  if (!person) return 'personUnknown';
  if (person.deceased) return 'personDeceased';
  if (person.nationality === 'VN') return 'personVietnamese';
  const { openedBy } = ageRule(person, legalDate(platform.clock.now()));
  return openedBy === 'self' ? undefined : 'personTooYoung';
}
