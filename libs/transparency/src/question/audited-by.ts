import type { Principal } from '#lib/web';

/** Whether an officer answers questions about the looks of an agency; about those of the portal itself, null, any auditor. */
export function auditedBy({ roles }: Pick<Principal, 'roles'>, agencyId: string | null): boolean {
  return roles.some((held) => held.role === 'auditor' && (agencyId === null || held.agencyId === agencyId));
}

/** The agencies whose questions an officer answers. */
export function auditedAgencies({ roles }: Pick<Principal, 'roles'>): string[] {
  return roles.filter(({ role }) => role === 'auditor').map(({ agencyId }) => agencyId);
}
