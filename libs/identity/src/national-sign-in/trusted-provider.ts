import type { Config } from '#lib/platform';

/** An identity provider whose word we take. */
export type ProviderName = 'national' | 'foreign';

export interface TrustedProvider {
  name: ProviderName;
  /** How we are known there. */
  clientId: string;
  /** Below our origin; the callback is below this. */
  path: string;
  /** Below the origin of the provider; with it, its issuer. */
  issuerPath: string;
  scope: string;
  /** What a session that it opens is said to be authenticated by. */
  authenticatedBy: 'national-identity' | 'foreign-identity';
}

export const trustedProviders: Record<ProviderName, TrustedProvider> = {
  national: {
    name: 'national',
    clientId: 'cong-dich-vu-cong',
    path: '/sign-in/national',
    issuerPath: '/idp',
    scope: 'openid identity',
    authenticatedBy: 'national-identity',
  },
  foreign: {
    name: 'foreign',
    clientId: 'vn-public-services',
    path: '/sign-in/abroad',
    issuerPath: '/foreign-idp',
    scope: 'openid profile',
    authenticatedBy: 'foreign-identity',
  },
};

/** The issuer as its ID tokens name it. In this installation the State's systems are one host. */
export function issuerOf({ sandbox }: Config, { issuerPath }: TrustedProvider): string {
  return sandbox.origin + issuerPath;
}
