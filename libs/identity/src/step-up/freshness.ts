import { type Platform, Refusal } from '#lib/platform';
import type { Principal } from '#lib/web';

/** What changes an account needs a passkey used within this time. */
const freshMinutes = 5;

/** Whether the principal has just shown that it is them. */
export function isFresh(platform: Platform, principal: Principal): boolean {
  return platform.clock.now().getTime() - principal.authenticatedAt.getTime() < freshMinutes * 60_000;
}

/** Refuses 'step-up-needed' (403) where that was too long ago. */
export function demandFresh(platform: Platform, principal: Principal): void {
  if (!isFresh(platform, principal)) throw new Refusal('step-up-needed', 403);
}

/** Where a citizen shows again that it is them, and from there goes on to `path`. */
export function stepUpAddress(path: string): string {
  return `/step-up?next=${encodeURIComponent(path)}`;
}
