import type { FederationRiskKind } from '../passkey/risk-event.entity.js';

/** Why a sign-in with another provider did not come about, as the page tells it. */
export type FailureCode =
  | 'cancelled'
  | 'expired'
  | 'not-verified'
  | 'unavailable'
  | 'level-too-low'
  | 'not-matched'
  | 'bound-elsewhere'
  | 'other-person';

export const failureStatus: Record<FailureCode, number> = {
  cancelled: 403,
  expired: 410,
  'not-verified': 400,
  unavailable: 503,
  'level-too-low': 403,
  'not-matched': 403,
  'bound-elsewhere': 409,
  'other-person': 409,
};

/** What is written down beside a failure: somebody may be trying to be somebody else. */
export interface FederationRisk {
  ownerId: string;
  kind: FederationRiskKind;
}

/** A sign-in that ends on a page with words and what to do. `reason` is for the log and holds no personal data. */
export class SignInFailure extends Error {
  /** What was asked for, as the query of the address at which one tries again: `?level=2&next=%2Faccount`. */
  query = '';

  constructor(
    readonly code: FailureCode,
    readonly reason: string = code,
    readonly risk?: FederationRisk,
  ) {
    super(reason);
  }
}
