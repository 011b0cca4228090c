import { type OfficeHours, type OfficeWeek, officeHours, usualOfficeHours } from '#lib/calendar';
import { legalDate, type Tx } from '#lib/platform';

const read = new Map<string, OfficeHours>();

/** The hours of an agency in force at an instant; the usual ones where it has none of its own. */
export async function officeHoursOf(tx: Tx, agencyId: string, at: Date): Promise<OfficeHours> {
  const [own]: { week: OfficeWeek }[] = await tx.query(
    `SELECT week FROM organisations.office_hours
      WHERE agency_id = $1 AND valid_from <= $2 AND (valid_until IS NULL OR valid_until > $2)
      ORDER BY valid_from DESC LIMIT 1`,
    [agencyId, legalDate(at)],
  );
  return own ? hoursOf(own.week) : usualOfficeHours;
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
