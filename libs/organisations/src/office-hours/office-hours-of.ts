import { type OfficeHours, type OfficeWeek, officeHours, usualOfficeHours } from '#lib/calendar';
import { callsSql, columnsSql, legalDate, runGathered, type Tx } from '#lib/platform';
import { Agency } from '../agencies/agency.entity.js';

const read = new Map<string, OfficeHours>();

/** The hours of an agency in force at an instant; the usual ones where it has none of its own. */
export async function officeHoursOf(tx: Tx, agencyId: string, at: Date): Promise<OfficeHours> {
  const [own]: { week: OfficeWeek }[] = await tx.query(weekSql('$1', '$2'), [agencyId, legalDate(at)]);
  return own ? hoursOf(own.week) : usualOfficeHours;
}

/** The agency with this id and its hours in force at an instant, in one statement. A fault if there is none. */
export async function agencyAndHours(
  tx: Tx,
  agencyId: string,
  at: Date,
): Promise<{ agency: Agency; hours: OfficeHours }> {
  const text = `SELECT nth::int, ${columnsSql(tx, Agency, 'agency')}, (${weekSql('agency.id', 'asked.day')}) AS week
    FROM ${callsSql({ id: 'uuid', day: 'date' })} AS asked JOIN organisations.agency ON agency.id = asked.id`;
  const statement = { name: 'agency-and-hours', text };
  const [row] = await runGathered<Agency & { week: OfficeWeek | null }>(tx, statement, [
    agencyId,
    legalDate(at),
  ]);
  if (!row) throw new Error(`No agency ${agencyId}`);
  const { week, ...agency } = row;
  return { agency, hours: week ? hoursOf(week) : usualOfficeHours };
}

function weekSql(agencyId: string, day: string): string {
  return `SELECT week FROM organisations.office_hours
           WHERE agency_id = ${agencyId} AND office_hours.valid_from <= ${day}
             AND (office_hours.valid_until IS NULL OR office_hours.valid_until > ${day})
           ORDER BY office_hours.valid_from DESC LIMIT 1`;
}

/** A handful of weeks serves thousands of agencies. */
function hoursOf(week: OfficeWeek): OfficeHours {
  const key = JSON.stringify(week);
  const known = read.get(key);
  if (known) return known;
  const hours = officeHours(week);
  read.set(key, hours);
  return hours;
}
