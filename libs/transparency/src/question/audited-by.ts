import { agenciesWithout } from '#lib/organisations';
import type { Tx } from '#lib/platform';
import type { Principal } from '#lib/web';

/** The agencies whose auditor an officer is. */
export function auditedAgencies({ roles }: Pick<Principal, 'roles'>): string[] {
  return roles.filter(({ role }) => role === 'auditor').map(({ agencyId }) => agencyId);
}

/**
 * Of agencies with questions, those whose questions an officer answers: their own; and where an agency has no auditor
 * now, any auditor does, so that no question waits for nobody.
 */
export async function answeredBy(
  tx: Tx,
  officer: Pick<Principal, 'roles'>,
  asked: string[],
  now: Date,
): Promise<string[]> {
  const own = auditedAgencies(officer);
  if (own.length === 0) return [];
  const others = asked.filter((id) => !own.includes(id));
  return [...own, ...(await agenciesWithout(tx, 'auditor', others, now))];
}

/** Whether an officer answers questions about the looks of an agency; about those of the portal itself, null, any auditor. */
export async function auditedBy(
  tx: Tx,
  officer: Pick<Principal, 'roles'>,
  agencyId: string | null,
  now: Date,
): Promise<boolean> {
  if (agencyId === null) return auditedAgencies(officer).length > 0;
  return (await answeredBy(tx, officer, [agencyId], now)).includes(agencyId);
}
