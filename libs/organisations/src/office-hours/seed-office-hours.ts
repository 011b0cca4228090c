import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { type OfficeWeek, officeHours } from '#lib/calendar';
import { projectRoot, type Tx } from '#lib/platform';
import type { AgencyBody, AgencyLevel } from '../agencies/agency.entity.js';

/** Hours of all agencies of a kind, as the shipped file writes them. */
interface ShippedHours {
  agencies: { level: AgencyLevel; body: AgencyBody; provinceCode?: string };
  validFrom: string;
  week: OfficeWeek;
  source: string;
  assumed: boolean;
}

/** Writes the office hours that ship; a second run adds only what is new. A week that cannot be counted is a fault. */
export async function seedOfficeHours(tx: Tx): Promise<void> {
  const file = join(projectRoot(), 'libs/organisations/data/office-hours.yaml');
  for (const { agencies, validFrom, week, source, assumed } of parse(
    readFileSync(file, 'utf8'),
  ) as ShippedHours[]) {
    officeHours(week);
    await tx.query(
      `INSERT INTO organisations.office_hours (agency_id, valid_from, week, source, assumed)
       SELECT id, $4::date, $5::jsonb, $6, $7 FROM organisations.agency
        WHERE level = $1 AND body = $2 AND ($3::text IS NULL OR province_code = $3)
       ON CONFLICT DO NOTHING`,
      [
        agencies.level,
        agencies.body,
        agencies.provinceCode ?? null,
        validFrom,
        JSON.stringify(week),
        source,
        assumed,
      ],
    );
  }
}
