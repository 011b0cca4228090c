import { checkPage, type FieldError, noPlaces, readPage, type Typed } from '#lib/forms';
import type { Claim } from './match-register.js';
import { signUpForm } from './sign-up.form.js';

/** What was posted on the first page: as typed, with what there is to mend, and as a claim once there is nothing. */
export function readClaim(
  body: unknown,
  today: string,
): { typed: Typed; errors: FieldError[]; claim?: Claim | undefined } {
  const [page] = signUpForm.pages;
  const { typed, answers } = readPage(page, body);
  const errors = checkPage(signUpForm, page, answers, { today, ...noPlaces });
  if (errors.length > 0) return { typed, errors };
  const { idNumber, fullName, birthDate } = answers as unknown as Claim;
  return { typed, errors, claim: { idNumber, fullName, birthDate } };
}
