import { Refusal } from '#lib/platform';
import type { Principal } from '#lib/web';

/** The agencies whose fees an officer takes; for whoever takes none there is no such room (`not-found`, 404). */
export function cashierOf({ roles }: Pick<Principal, 'roles'>): string[] {
  const agencyIds = roles.filter(({ role }) => role === 'cashier').map(({ agencyId }) => agencyId);
  if (agencyIds.length === 0) throw new Refusal('not-found', 404);
  return [...new Set(agencyIds)];
}
