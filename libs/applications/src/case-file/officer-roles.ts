import { workflowRoles } from '#lib/organisations';
import type { Principal } from '#lib/web';
import type { Actor } from '#lib/workflow';

/** What an officer is to the applications of an agency. */
export function rolesAt(officer: Pick<Principal, 'roles'>, agencyId: string): Actor[] {
  const held = officer.roles.filter((each) => each.agencyId === agencyId).map(({ role }) => role);
  return workflowRoles.filter((role) => held.includes(role));
}

/** The agencies whose applications an officer handles. */
export function agenciesOf({ roles }: Pick<Principal, 'roles'>): string[] {
  const handling = roles.filter(({ role }) => workflowRoles.some((each) => each === role));
  return [...new Set(handling.map(({ agencyId }) => agencyId))];
}
