import type { RegisterPerson } from '#lib/registries';

/** What a person states of themselves at sign-up. */
export interface Claim {
  idNumber: string;
  fullName: string;
  /** YYYY-MM-DD. */
  birthDate: string;
}

/** Decree 69/2024, article 7: an account of one's own from this age on. */
const ownAccountFromAge = 14;

/**
 * Whether the register knows the person as claimed, and can be asked to send them a code: alive, old enough, with a
 * phone. `today` is the legal date. The caller learns yes or no, never which of it failed.
 */
export function matchesRegister(
  claim: Claim,
  person: RegisterPerson | undefined,
  today: string,
): person is RegisterPerson & { phone: string } {
  return (
    person !== undefined &&
    person.idNumber === claim.idNumber &&
    person.birthDate === claim.birthDate &&
    nameKey(person.fullName) === nameKey(claim.fullName) &&
    !person.deceased &&
    person.phone !== undefined &&
    ageOn(today, person.birthDate) >= ownAccountFromAge
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

/** Completed years at a date; both YYYY-MM-DD. */
function ageOn(today: string, birthDate: string): number {
  const years = Number(today.slice(0, 4)) - Number(birthDate.slice(0, 4));
  return today.slice(5) >= birthDate.slice(5) ? years : years - 1;
}
