import { Refusal } from '#lib/platform';
import type { Principal } from '#lib/web';

/** Refuses 'not-found' (404) to whoever is no administrator of the agency: what is there is no matter of theirs. */
export function demandAdministrator({ roles }: Pick<Principal, 'roles'>, agencyId: string): void {
  if (!roles.some((held) => held.role === 'administrator' && held.agencyId === agencyId))
    throw new Refusal('not-found', 404);
}

/** The agencies whose officers somebody manages. */
export function administeredBy({ roles }: Pick<Principal, 'roles'>): string[] {
  return roles.filter(({ role }) => role === 'administrator').map(({ agencyId }) => agencyId);
}
