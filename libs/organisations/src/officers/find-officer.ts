import { In } from 'typeorm';
import { runPrepared, type Tx } from '#lib/platform';
import { Officer } from './officer.entity.js';
import { type OfficerRoleName, workflowRoles } from './officer-role.entity.js';

/** The officer with this id, or undefined. */
export async function officerById(tx: Tx, id: string): Promise<Officer | undefined> {
  return (await tx.getRepository(Officer).findOneBy({ id })) ?? undefined;
}

/** Somebody who is an officer at an instant. */
export interface OfficerAtWork {
  name: string;
  roles: HeldRole[];
}

interface HeldRole {
  role: OfficerRoleName;
  agencyId: string;
}

const forAgenciesBefore = [...workflowRoles, 'cashier', 'auditor'].map((role) => `'${role}'`).join(', ');

/** `officerAtWork` as an expression of a statement: an `OfficerAtWork` as JSON, null where there is no such officer. */
export function officerAtWorkSql(officerId: string, at: string): string {
  return `(WITH RECURSIVE held AS (
       SELECT role, agency_id FROM organisations.officer_role
        WHERE officer_id = ${officerId} AND valid_from <= ${at} AND (valid_until IS NULL OR valid_until > ${at})
       UNION SELECT held.role, s.agency_id FROM held
         JOIN organisations.agency_succession s ON s.successor_id = held.agency_id AND s.keeps_files
        WHERE held.role IN (${forAgenciesBefore})
     ) SELECT json_build_object('name', full_name, 'roles', ARRAY(
                SELECT json_build_object('role', role, 'agencyId', agency_id) FROM held ORDER BY agency_id, role))
         FROM organisations.officer WHERE officer.id = ${officerId})`;
}

const atWork = {
  name: 'officer-at-work',
  text: `SELECT ${officerAtWorkSql('$1::uuid', '$2::timestamptz')} AS officer`,
};

/**
 * An officer's name, and the roles they hold at an instant. Who handles applications of an agency, takes its fees or
 * answers for what was looked at there, does so for the agencies before it whose files it keeps.
 */
export async function officerAtWork(tx: Tx, officerId: string, at: Date): Promise<OfficerAtWork | undefined> {
  const [found] = await runPrepared<{ officer: OfficerAtWork | null }>(tx, atWork, [officerId, at]);
  return found?.officer ?? undefined;
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
