import type { Tx } from '#lib/platform';
import type { AgencyBody, AgencyLevel } from '../agencies/agency.entity.js';
import type { OfficerRoleName } from './officer-role.entity.js';

/** Which agencies are meant: those of a level and a body, or the one of a ministry. */
export interface AgenciesMeant {
  level: AgencyLevel;
  body: AgencyBody;
  ministry?: string | undefined;
}

/** The roles that somebody holds now at one of these agencies at least. */
export async function rolesHeld(
  tx: Tx,
  { level, body, ministry }: AgenciesMeant,
  now: Date,
): Promise<ReadonlySet<OfficerRoleName>> {
  const rows: { role: OfficerRoleName }[] = await tx.query(
    `SELECT DISTINCT role FROM organisations.officer_role JOIN organisations.agency ON agency.id = agency_id
      WHERE level = $1 AND body = $2 AND ($3::text IS NULL OR ministry = $3)
        AND officer_role.valid_from <= $4 AND (officer_role.valid_until IS NULL OR officer_role.valid_until > $4)`,
    [level, body, ministry ?? null, now],
  );
  return new Set(rows.map(({ role }) => role));
}

/** Whether an officer holds any role now. */
export async function holdsAnyRole(tx: Tx, officerId: string, now: Date): Promise<boolean> {
  const rows: unknown[] = await tx.query(
    `SELECT 1 FROM organisations.officer_role
      WHERE officer_id = $1 AND valid_from <= $2 AND (valid_until IS NULL OR valid_until > $2) LIMIT 1`,
    [officerId, now],
  );
  return rows.length > 0;
}
