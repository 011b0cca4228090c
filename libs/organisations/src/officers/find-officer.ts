import type { Tx } from '#lib/platform';
import { Officer } from './officer.entity.js';
import type { OfficerRoleName } from './officer-role.entity.js';

/** The officer with this id, or undefined. */
export async function officerById(tx: Tx, id: string): Promise<Officer | undefined> {
  return (await tx.getRepository(Officer).findOneBy({ id })) ?? undefined;
}

/** The roles an officer holds at an instant. */
export function rolesOf(
  tx: Tx,
  officerId: string,
  at: Date,
): Promise<{ role: OfficerRoleName; agencyId: string }[]> {
  return tx.query(
    `SELECT role, agency_id AS "agencyId" FROM organisations.officer_role
      WHERE officer_id = $1 AND valid_from <= $2 AND (valid_until IS NULL OR valid_until > $2)
      ORDER BY agency_id, role`,
    [officerId, at],
  );
}
