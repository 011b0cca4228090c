import { SignInFailure } from './sign-in-failure.js';
import type { VerifiedIdentity } from './verify-callback.js';

/** What the national provider says of a person. */
export interface IdentityClaims {
  idNumber: string;
  fullName: string;
  /** YYYY-MM-DD. */
  birthDate: string;
}

/** The claims of an ID token as a person's. Throws `SignInFailure` where they are not those agreed on. */
export function claimsOf({ claims }: VerifiedIdentity): IdentityClaims {
  const { id_number: idNumber, name, birthdate } = claims;
  if (
    typeof idNumber !== 'string' ||
    typeof name !== 'string' ||
    typeof birthdate !== 'string' ||
    !/^\d{12}$/.test(idNumber) ||
    !/^\d{4}-\d{2}-\d{2}$/.test(birthdate)
  )
    throw new SignInFailure('not-verified', 'claims');
  return { idNumber, fullName: name, birthDate: birthdate };
}

/** Facts of the check, for the evidence: no name, no number. */
export function evidenceOf({ issuer, acr, authenticatedAt }: VerifiedIdentity) {
  return {
    method: 'national-identity' as const,
    issuer,
    acr,
    authenticatedAt: authenticatedAt.toISOString(),
  };
}
