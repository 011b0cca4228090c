import type { Tx } from '#lib/platform';
import type { Officer } from './officer.entity.js';
import type { OfficerRoleName } from './officer-role.entity.js';

/** Who holds a role at an agency at an instant, by staff number. */
export function officersHolding(
  tx: Tx,
  agencyId: string,
  role: OfficerRoleName,
  at: Date,
): Promise<Officer[]> {
  return tx.query(
    `SELECT DISTINCT officer.id, officer.staff_number AS "staffNumber", officer.full_name AS "fullName"
       FROM organisations.officer_role held JOIN organisations.officer officer ON officer.id = held.officer_id
      WHERE held.agency_id = $1 AND held.role = $2
        AND held.valid_from <= $3 AND (held.valid_until IS NULL OR held.valid_until > $3)
      ORDER BY officer.staff_number`,
    [agencyId, role, at],
  );
}

/** A role that somebody is thought to hold. */
export interface ThoughtHeld {
  officerId: string;
  agencyId: string;
  role: OfficerRoleName;
}

/** Those of some roles that are not held at an instant: they ended, or their time ran out. */
export async function notHeld<Held extends ThoughtHeld>(tx: Tx, roles: Held[], at: Date): Promise<Held[]> {
  const rows: { nth: number }[] = await tx.query(
    `SELECT nth::int FROM unnest($1::uuid[], $2::uuid[], $3::text[]) WITH ORDINALITY AS thought (officer_id, agency_id, role, nth)
      WHERE NOT EXISTS (
        SELECT FROM organisations.officer_role held
         WHERE held.officer_id = thought.officer_id AND held.agency_id = thought.agency_id AND held.role = thought.role
           AND held.valid_from <= $4 AND (held.valid_until IS NULL OR held.valid_until > $4))`,
    [
      roles.map(({ officerId }) => officerId),
      roles.map(({ agencyId }) => agencyId),
      roles.map(({ role }) => role),
      at,
    ],
  );
  return rows.flatMap(({ nth }) => roles[nth - 1] ?? []);
}

/** Of some agencies, those at which nobody holds a role now. */
export async function agenciesWithout(
  tx: Tx,
  role: OfficerRoleName,
  agencyIds: string[],
  at: Date,
): Promise<string[]> {
  const rows: { id: string }[] = await tx.query(
    `SELECT asked.id FROM unnest($1::uuid[]) AS asked (id) WHERE NOT EXISTS (
       SELECT FROM organisations.officer_role AS held WHERE agency_id = asked.id AND role = $2
          AND held.valid_from <= $3 AND (held.valid_until IS NULL OR held.valid_until > $3))`,
    [agencyIds, role, at],
  );
  return rows.map(({ id }) => id);
}
