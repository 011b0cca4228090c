import { officerRoles } from '#lib/organisations';
import type { Principal } from '#lib/web';
import type { Actor } from '#lib/workflow';

/** What an officer is to the applications of an agency. */
export function rolesAt(officer: Pick<Principal, 'roles'>, agencyId: string): Actor[] {
  const held = officer.roles.filter((each) => each.agencyId === agencyId).map(({ role }) => role);
  return officerRoles.filter((role) => held.includes(role));
}

/** The agencies an officer works for. */
export function agenciesOf({ roles }: Pick<Principal, 'roles'>): string[] {
  return [...new Set(roles.map(({ agencyId }) => agencyId))];
}
