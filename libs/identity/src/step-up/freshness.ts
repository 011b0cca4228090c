import { type Platform, Refusal } from '#lib/platform';
import type { Principal } from '#lib/web';

/** What changes an account needs a passkey used within this time, or an identity as sure as the one held. */
const freshMinutes = 5;

/**
 * Whether the principal has just shown that it is them: with a passkey, or to a provider (`auth_time`) whose level
 * (`acr`) is no lower than the level held. Else who has somebody's identity of level 1 could add a passkey of their own
 * to an account of level 2, and be it from then on.
 */
export function isFresh(platform: Platform, principal: Principal, minutes = freshMinutes): boolean {
  const { authenticatedAt, vouchedLevel, assurance } = principal;
  const recent = platform.clock.now().getTime() - authenticatedAt.getTime() < minutes * 60_000;
  return recent && (vouchedLevel === undefined || vouchedLevel >= assurance);
}

/** Refuses 'step-up-needed' (403) where that was too long ago. */
export function demandFresh(platform: Platform, principal: Principal): void {
  if (!isFresh(platform, principal)) throw new Refusal('step-up-needed', 403);
}

/** Where a citizen shows again that it is them, and from there goes on to `path`. */
export function stepUpAddress(path: string): string {
  return `/step-up?next=${encodeURIComponent(path)}`;
}

/** By what somebody has just shown that it is them, for evidence: a passkey, or another provider of identities. */
export function freshBy(vouchedLevel: Principal['vouchedLevel']): 'passkey' | 'identity-provider' {
  return vouchedLevel === undefined ? 'passkey' : 'identity-provider';
}
