import { Refusal } from '#lib/platform';

/** Whoever is refused these may not see the page they came from either. */
export function leadsElsewhere({ status }: Refusal): boolean {
  return [401, 403, 404].includes(status);
}

/**
 * The address that an act which was refused leads back to: where the person can do something about it, and what they
 * had is still there. It names the refusal, for `RefusedNotice`. Throws what is no refusal, and 401, 403, 404.
 */
export function sentBack(error: unknown, address: string): string {
  if (!(error instanceof Refusal) || leadsElsewhere(error)) throw error;
  const { seconds } = error.facts;
  return `${address}?refused=${encodeURIComponent(error.code)}${seconds === undefined ? '' : `&seconds=${seconds}`}`;
}
