import { IsNull } from 'typeorm';
import { legalDate, type Platform, type Tx } from '#lib/platform';
import { Agency } from '../agencies/agency.entity.js';
import { readUnitCodes } from '../agencies/unit-codes.js';
import { PlaceRow } from '../places/place.entity.js';
import { type AdministrativeChange, ChangeError } from './administrative-change.js';
import { insertAgencies, insertPlaces } from './insert-rows.js';
import { keepPlan } from './keep-plan.js';
import { moveRoles } from './move-roles.js';
import { type AgencyPlan, planAgencies } from './plan-agencies.js';
import { type ChangePlan, planChange } from './plan-change.js';

/** A change as it would happen to this database. */
export interface WholePlan {
  places: ChangePlan;
  agencies: AgencyPlan;
}

/** Only one change is carried out at a time. */
const changeLock = 7_060_010;

/**
 * What a change would do now; undefined where it was carried out before. Throws `ChangeError` where it cannot be
 * carried out on the places in force, or another change bears its name.
 */
export async function planWhole(tx: Tx, change: AdministrativeChange): Promise<WholePlan | undefined> {
  if (await isCarriedOut(tx, change)) return undefined;
  const validUntil = IsNull();
  const inForce = await tx.getRepository(PlaceRow).find({ where: { validUntil } });
  const places = planChange(inForce, change);
  const inOffice = await tx.getRepository(Agency).find({ where: { validUntil } });
  const used: { unitCode: string }[] = await tx.query(
    'SELECT DISTINCT unit_code AS "unitCode" FROM organisations.agency',
  );
  const everUsed = used.map(({ unitCode }) => unitCode);
  return { places, agencies: planAgencies(inOffice, places, { codes: readUnitCodes(), everUsed }) };
}

/**
 * Carries out a change, whole or not at all: places and agencies end, others begin and follow them, officers go with
 * their agencies. Those of a divided agency stay, to work on what it has until a person has placed it. Applications are
 * moved afterwards, in batches, by whoever keeps them. Returns what it did; undefined where it was done before.
 * Throws `ChangeError` before its day, and where `planWhole` does.
 */
export async function carryOutChange(
  tx: Tx,
  { clock }: Pick<Platform, 'clock'>,
  change: AdministrativeChange,
): Promise<WholePlan | undefined> {
  await tx.query('SELECT pg_advisory_xact_lock($1)', [changeLock]);
  const now = clock.now();
  if (legalDate(now) < change.effectiveOn)
    throw new ChangeError([`${change.id} takes effect on ${change.effectiveOn}, not before`]);
  const plan = await planWhole(tx, change);
  if (!plan) return undefined;
  const { places, agencies } = plan;
  await keepPlan(tx, places, now);
  await tx.query(
    `UPDATE organisations.place SET valid_until = $1 FROM jsonb_to_recordset($2::jsonb) AS ended (level text, code text)
      WHERE place.level = ended.level AND place.code = ended.code AND valid_until IS NULL`,
    [change.effectiveOn, JSON.stringify(places.ends)],
  );
  await respell(tx, 'place', 'row.level = place.level AND row.code = place.code', places.stays);
  await insertPlaces(tx, places.begins);
  await tx.query('UPDATE organisations.agency SET valid_until = $1 WHERE id = ANY($2)', [
    change.effectiveOn,
    agencies.ends.map(({ id }) => id),
  ]);
  await insertAgencies(tx, agencies.begins);
  await respell(tx, 'agency', 'row.id = agency.id', agencies.stays);
  await tx.query(
    `INSERT INTO organisations.agency_succession (agency_id, successor_id, change_id, divided, keeps_files)
      SELECT "agencyId", "successorId", $1, divided, NOT divided
        FROM jsonb_to_recordset($2::jsonb) AS row ("agencyId" uuid, "successorId" uuid, divided boolean)`,
    [change.id, JSON.stringify(agencies.succession)],
  );
  await inheritOfficeHours(tx, change);
  await moveRoles(tx, change, now);
  return plan;
}

async function isCarriedOut(tx: Tx, change: AdministrativeChange): Promise<boolean> {
  const [known]: { source: string; on: string }[] = await tx.query(
    'SELECT source, effective_on::text AS on FROM organisations.change WHERE id = $1',
    [change.id],
  );
  if (!known) return false;
  if (known.on === change.effectiveOn && known.source === change.source) return true;
  throw new ChangeError([`Another change was carried out as ${change.id}: ${known.source}, ${known.on}`]);
}

/** A new agency keeps the hours of the one it follows, of several those of the first, until it announces its own. */
async function inheritOfficeHours(tx: Tx, { id, effectiveOn }: AdministrativeChange): Promise<void> {
  await tx.query(
    `INSERT INTO organisations.office_hours (agency_id, valid_from, week, source, assumed)
      SELECT DISTINCT ON (s.successor_id) s.successor_id, $2::date, h.week, h.source, h.assumed
        FROM organisations.agency_succession s
        JOIN organisations.agency before ON before.id = s.agency_id
        JOIN organisations.office_hours h ON h.agency_id = s.agency_id AND h.valid_from <= $2
       WHERE s.change_id = $1 AND NOT EXISTS (SELECT FROM organisations.office_hours own WHERE own.agency_id = s.successor_id)
       ORDER BY s.successor_id, before.unit_code, h.valid_from DESC`,
    [id, effectiveOn],
  );
}

/** Names as the change writes them, of what goes on. */
async function respell(tx: Tx, table: 'place' | 'agency', where: string, rows: object[]): Promise<void> {
  const isPlace = table === 'place';
  await tx.query(
    `UPDATE organisations.${table}
        SET ${isPlace ? 'name_vi = row.name, name_en = row."nameEn"' : 'name_vi = row."nameVi", name_en = row."nameEn", name_fr = row."nameFr"'}
       FROM jsonb_to_recordset($1::jsonb) AS row (id uuid, level text, code text, name text, "nameVi" text, "nameEn" text,
         "nameFr" text)
      WHERE ${where} AND ${table}.valid_until IS NULL`,
    [JSON.stringify(rows)],
  );
}
