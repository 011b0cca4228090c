import { randomInt } from 'node:crypto';

/** Digits of a code, and of one for who is asked about so often that somebody may be guessing (decision 8). */
const usual = 6;
const long = 12;

/** A code for a text message. `often`: long enough not to be guessed, however often it is tried. */
export function newCode(often: boolean): string {
  const digits = often ? long : usual;
  return String(randomInt(10 ** digits)).padStart(digits, '0');
}

/** What was typed as a code, without blanks; undefined where it cannot be one. */
export function codeTyped(text: unknown): string | undefined {
  const digits = typeof text === 'string' ? text.replace(/\D/g, '') : '';
  return [usual, long].includes(digits.length) ? digits : undefined;
}
