import type { Assurance } from '../assurance/levels.js';
import type { AuthenticatedBy } from '../session/session.entity.js';

/** Our levels of assurance as `acr` names them: assumed names, since nobody has registered any. */
export const acrValues = [0, 1, 2].map((level) => `urn:x-vn-portal:level-${level}`);

/** What a relying party asked `acr` to be, by `acr_values` or the `claims` parameter; empty where it does not mind. */
export function wantedAcr(params: { acr_values?: unknown; claims?: unknown }): string[] {
  const claims = typeof params.claims === 'string' ? (JSON.parse(params.claims) as ClaimsParameter) : {};
  const { value, values = value === undefined ? [] : [value] } = claims.id_token?.acr ?? {};
  const listed = typeof params.acr_values === 'string' ? params.acr_values.split(' ') : [];
  return [...[values].flat().map(String), ...listed];
}

interface ClaimsParameter {
  id_token?: { acr?: { value?: unknown; values?: unknown[] } | null };
}

/** The level that is enough for what was asked: the lowest of ours on the list; undefined where none of them is ours. */
export function levelEnoughFor(wanted: string[]): Assurance | undefined {
  if (wanted.length === 0) return 0;
  const level = acrValues.findIndex((acr) => wanted.includes(acr));
  return level < 0 ? undefined : (level as Assurance);
}

/**
 * `acr` of an identity at this level: of what was asked for, the highest that it reaches, since an essential `acr` must be
 * one of those asked for (OpenID Connect Core 1.0, section 5.5.1.1); its own level where nothing was asked.
 */
export function acrOf(level: Assurance, wanted: string[]): string {
  const reached = acrValues.slice(0, level + 1);
  return reached.findLast((acr) => wanted.includes(acr)) ?? reached.at(-1) ?? '';
}

/**
 * `amr` (RFC 8176) of what a session was opened with. A passkey here is proof of possession of a key (`pop`; whether the
 * key is in hardware is not asked of citizens, so neither `hwk` nor `swk`), with the person present (`user`), and since
 * user verification is always demanded, more than one factor (`mfa`). Of a sign-in elsewhere only that it was one.
 */
export const amrOf: Record<AuthenticatedBy, string[]> = {
  passkey: ['pop', 'user', 'mfa'],
  'national-identity': ['urn:x-vn-portal:national-identity'],
  'foreign-identity': ['urn:x-vn-portal:foreign-identity'],
};
