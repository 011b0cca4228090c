import { In } from 'typeorm';
import type { Tx } from '#lib/platform';
import { Agency } from '../agencies/agency.entity.js';
import { type AgencyFacts, agencyFacts } from '../agencies/agency-facts.js';
import { Officer } from './officer.entity.js';
import { type OfficerRoleName, officerRoles } from './officer-role.entity.js';

/** An officer and the roles held now, as other systems are told. */
export interface OfficerFacts {
  id: string;
  staffNumber: string;
  fullName: string;
  roles: { role: OfficerRoleName; agency: AgencyFacts }[];
}

/** Everyone who holds a role at an instant: communes first, then provinces, then ministries. */
export async function listOfficers(tx: Tx, at: Date): Promise<OfficerFacts[]> {
  const held: { officerId: string; agencyId: string; role: OfficerRoleName }[] = await tx.query(
    `SELECT held.officer_id AS "officerId", held.agency_id AS "agencyId", held.role
       FROM organisations.officer_role held
       JOIN organisations.agency agency ON agency.id = held.agency_id
       JOIN organisations.officer officer ON officer.id = held.officer_id
      WHERE held.valid_from <= $1 AND (held.valid_until IS NULL OR held.valid_until > $1)
      ORDER BY array_position(ARRAY['commune', 'province', 'ministry'], agency.level), agency.unit_code,
        array_position($2::text[], held.role), officer.staff_number`,
    [at, officerRoles],
  );
  const officerIds = [...new Set(held.map(({ officerId }) => officerId))];
  const agencyIds = [...new Set(held.map(({ agencyId }) => agencyId))];
  const officers = byId(await tx.getRepository(Officer).findBy({ id: In(officerIds) }));
  const agencies = byId(await tx.getRepository(Agency).findBy({ id: In(agencyIds) }));
  return officerIds.map((id) => {
    const { staffNumber, fullName } = known(officers, id);
    const roles = held.filter(({ officerId }) => officerId === id);
    return {
      id,
      staffNumber,
      fullName,
      roles: roles.map(({ role, agencyId }) => ({ role, agency: agencyFacts(known(agencies, agencyId)) })),
    };
  });
}

function byId<T extends { id: string }>(rows: T[]): Map<string, T> {
  return new Map(rows.map((row) => [row.id, row]));
}

function known<T>(rows: Map<string, T>, id: string): T {
  const row = rows.get(id);
  if (!row) throw new Error(`No row with id ${id}, though a role names it`);
  return row;
}
