import { type Agency, agencyById, officerNames } from '#lib/organisations';
import { legalDate, type Platform } from '#lib/platform';
import type { Principal } from '#lib/web';
import { agenciesOf } from '../case-file/officer-roles.js';
import { type StaffMember, staffAt } from './staff-roles.js';

/** An absence that is not over, in words. */
export interface NotedAbsence {
  id: string;
  officerId: string;
  officer: string;
  deputy: string;
  fromDay: string;
  untilDay: string;
}

/** The absences at one agency, as far as they are an officer's business: their own, or all as its administrator. */
export interface AgencyAbsences {
  agency: Agency;
  absences: NotedAbsence[];
  /** For whom they may note one. */
  officers: StaffMember[];
  /** Who can stand in for somebody. */
  staff: StaffMember[];
}

export async function readAbsences(
  platform: Platform,
  { id: reader, roles }: Principal,
): Promise<AgencyAbsences[]> {
  const { manager } = platform.database;
  const now = platform.clock.now();
  const administered = roles.filter(({ role }) => role === 'administrator').map(({ agencyId }) => agencyId);
  const agencyIds = [...new Set([...agenciesOf({ roles }), ...administered])];
  const found: AgencyAbsences[] = [];
  for (const agencyId of agencyIds) {
    const all = administered.includes(agencyId);
    const staff = await staffAt(manager, agencyId, now);
    const rows: (Omit<NotedAbsence, 'officer' | 'deputy'> & { deputyId: string })[] = await manager.query(
      `SELECT id, officer_id AS "officerId", deputy_id AS "deputyId", from_day::text AS "fromDay", until_day::text AS "untilDay"
         FROM applications.absence WHERE agency_id = $1 AND until_day >= $2 ORDER BY from_day, id`,
      [agencyId, legalDate(now)],
    );
    const names = await officerNames(manager, [
      ...new Set(rows.flatMap(({ officerId, deputyId }) => [officerId, deputyId])),
    ]);
    const mine = rows.filter(({ officerId, deputyId }) => all || officerId === reader || deputyId === reader);
    found.push({
      agency: await agencyById(manager, agencyId),
      absences: mine.map(({ deputyId, ...row }) => ({
        ...row,
        officer: names.get(row.officerId) ?? '',
        deputy: names.get(deputyId) ?? '',
      })),
      officers: staff.filter(({ id }) => all || id === reader),
      staff,
    });
  }
  return found;
}
