import { In } from 'typeorm';
import { runPrepared, type Tx } from '#lib/platform';
import { Officer } from './officer.entity.js';
import { type OfficerRoleName, workflowRoles } from './officer-role.entity.js';

/** The officer with this id, or undefined. */
export async function officerById(tx: Tx, id: string): Promise<Officer | undefined> {
  return (await tx.getRepository(Officer).findOneBy({ id })) ?? undefined;
}

interface HeldRole {
  role: OfficerRoleName;
  agencyId: string;
}

/** Asked at every request to the desk. */
const atWork = {
  name: 'officer-at-work',
  text: `WITH RECURSIVE held AS (
       SELECT role, agency_id FROM organisations.officer_role
        WHERE officer_id = $1 AND valid_from <= $2 AND (valid_until IS NULL OR valid_until > $2)
       UNION SELECT held.role, s.agency_id FROM held
         JOIN organisations.agency_succession s ON s.successor_id = held.agency_id AND s.keeps_files
        WHERE held.role = ANY($3)
     ) SELECT full_name AS name, ARRAY(SELECT jsonb_build_object('role', role, 'agencyId', agency_id)
                                         FROM held ORDER BY agency_id, role) AS roles
         FROM organisations.officer WHERE id = $1`,
};

/**
 * An officer's name, and the roles they hold at an instant. Who handles applications of an agency, takes its fees or
 * answers for what was looked at there, does so for the agencies before it whose files it keeps.
 */
export async function officerAtWork(
  tx: Tx,
  officerId: string,
  at: Date,
): Promise<{ name: string; roles: HeldRole[] } | undefined> {
  const values = [officerId, at, [...workflowRoles, 'cashier', 'auditor']];
  const [found] = await runPrepared<{ name: string; roles: HeldRole[] }>(tx, atWork, values);
  return found;
}

/** The roles of `officerAtWork`. */
export async function rolesOf(tx: Tx, officerId: string, at: Date): Promise<HeldRole[]> {
  return (await officerAtWork(tx, officerId, at))?.roles ?? [];
}

/** The names of some officers, by id. */
export async function officerNames(tx: Tx, ids: string[]): Promise<Map<string, string>> {
  if (ids.length === 0) return new Map();
  const officers = await tx.getRepository(Officer).findBy({ id: In(ids) });
  return new Map(officers.map(({ id, fullName }) => [id, fullName]));
}
