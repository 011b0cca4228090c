import { legalDate, type Platform } from '#lib/platform';
import type { PopulationRegister } from '#lib/registries';
import { textIn } from '#lib/web';
import { ageRule } from '../assurance/age-rule.js';
import { type ForeignIdentityMatter, foreignDocuments } from './matter-content.js';
import { type Mistake, mistake } from './mistake.js';
import { sameLetters } from './same-letters.js';
import type { matterTexts } from './texts.js';

const inputs = ['document', 'number', 'idNumber', 'compared', 'namesDiffer'];

export type Typed = Record<string, string>;

/**
 * What the first officer posted of a foreign identity: the paper, and the resident it belongs to, whom the register must
 * know as a living foreigner of an age to have an account. Where their name is not the one `asserted` abroad, the officer
 * has to say that they saw it; `registered` is then the name in the register.
 */
export async function readForeignIdentity(
  platform: Platform,
  register: PopulationRegister,
  { t, body, asserted }: { t: ReturnType<typeof matterTexts>; body: unknown; asserted: string },
): Promise<{
  proof?: ForeignIdentityMatter['proof'];
  mistakes: Mistake[];
  typed: Typed;
  registered?: string;
}> {
  const typed: Typed = Object.fromEntries(inputs.map((name) => [name, textIn(body, name).slice(0, 100)]));
  const document = foreignDocuments.find((each) => each === typed.document);
  const number = (typed.number ?? '').replace(/\s/g, '').toUpperCase();
  const idNumber = (typed.idNumber ?? '').replace(/\s/g, '');
  const mistakes: Mistake[] = [];
  if (!document) mistakes.push(mistake(t, 'document', 'documentMissing'));
  if (!/^[A-Z0-9]{6,12}$/.test(number)) mistakes.push(mistake(t, 'number', 'numberMissing'));
  const { wrong, name } = await resident(platform, register, idNumber);
  if (wrong) mistakes.push(mistake(t, 'idNumber', wrong));
  const differ = name !== undefined && !sameLetters(asserted, name);
  if (differ && typed.namesDiffer !== 'yes') mistakes.push(mistake(t, 'namesDiffer', 'namesDifferMissing'));
  if (typed.compared !== 'yes') mistakes.push(mistake(t, 'compared', 'comparedMissing'));
  return document && mistakes.length === 0
    ? { proof: { document, number, idNumber, namesDiffer: differ }, mistakes, typed }
    : { mistakes, typed, ...(differ && { registered: name }) };
}

async function resident(platform: Platform, register: PopulationRegister, idNumber: string) {
  if (!/^\d{12}$/.test(idNumber)) return { wrong: 'idNumberMissing' } as const;
  const person = await register.findPerson(idNumber, 'identity-check');
  if (!person) return { wrong: 'personUnknown' } as const;
  if (person.deceased) return { wrong: 'personDeceased' } as const;
  if (person.nationality === 'VN') return { wrong: 'personVietnamese' } as const;
  const { openedBy } = ageRule(person, legalDate(platform.clock.now()));
  return openedBy === 'self' ? { name: person.fullName } : ({ wrong: 'personTooYoung' } as const);
}
