import { Refusal } from '#lib/platform';

/** Whoever is refused these may not see the page either. */
const elsewhere = [401, 403, 404];

/**
 * The address that an act which was refused leads back to: where the person can do something about it, and what they
 * had is still there. It names the refusal, for `RefusedNotice`. Throws what is no refusal, and 401, 403, 404.
 */
export function sentBack(error: unknown, address: string): string {
  if (!(error instanceof Refusal) || elsewhere.includes(error.status)) throw error;
  const { seconds } = error.facts;
  return `${address}?refused=${encodeURIComponent(error.code)}${seconds === undefined ? '' : `&seconds=${seconds}`}`;
}
