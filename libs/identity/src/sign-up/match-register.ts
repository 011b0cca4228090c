import type { RegisterPerson } from '#lib/registries';
import { ageRule } from '../assurance/age-rule.js';

/** What a person states of themselves at sign-up. */
export interface Claim {
  idNumber: string;
  fullName: string;
  /** YYYY-MM-DD. */
  birthDate: string;
}

/**
 * Whether the register knows the person as claimed, and can be asked to send them a code: alive, old enough, with a
 * phone. `today` is the legal date. The caller learns yes or no, never which of it failed.
 */
export function matchesRegister(
  claim: Claim,
  person: RegisterPerson | undefined,
  today: string,
): person is RegisterPerson & { phone: string } {
  return isKnownAs(claim, person, today) && person.phone !== undefined;
}

/** The same without the phone, for who needs no code. */
export function isKnownAs(
  claim: Claim,
  person: RegisterPerson | undefined,
  today: string,
): person is RegisterPerson {
  return (
    person !== undefined &&
    person.idNumber === claim.idNumber &&
    person.birthDate === claim.birthDate &&
    nameKey(person.fullName) === nameKey(claim.fullName) &&
    !person.deceased &&
    ageRule(person, today).openedBy === 'self'
  );
}

/** Tone marks, which Unicode writes as one combining mark each: huyền, sắc, ngã, hỏi, nặng. */
const toneMarks = /[\u0300\u0301\u0303\u0309\u0323]/g;

/**
 * A name as it is compared: letter case, spaces and composition of characters do not count, nor does the letter
 * that carries the tone, for keyboards write both Hoà and Hòa. The tone itself counts: Hoa is someone else.
 */
export function nameKey(name: string): string {
  return name
    .normalize('NFC')
    .toLocaleLowerCase('vi')
    .split(/\s+/)
    .filter(Boolean)
    .map((syllable) => {
      const letters = syllable.normalize('NFD');
      const tones = letters.match(toneMarks) ?? [];
      return letters.replace(toneMarks, '').normalize('NFC') + tones.join('');
    })
    .join(' ');
}
