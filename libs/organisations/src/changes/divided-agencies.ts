import { In } from 'typeorm';
import { Refusal, type Tx } from '#lib/platform';
import type { Principal } from '#lib/web';
import { Agency } from '../agencies/agency.entity.js';
import { administeredBy } from '../grants/demand-administrator.js';
import { type HeldRole, staffOf } from '../grants/read-staff.js';

/** An agency that ended, was divided, and has matters left for a person to place. */
export interface DividedAgency {
  agency: Agency;
  /** Those it can go to, in office, by code. */
  successors: Agency[];
  /** Who still holds which role at it. */
  staff: HeldRole[];
}

/** What is to be placed by an administrator: the agencies divided among those of a province whose committee they manage. */
export async function dividedAgenciesFor(
  tx: Tx,
  officer: Pick<Principal, 'roles'>,
  now: Date,
): Promise<DividedAgency[]> {
  return Promise.all((await idsFor(tx, officer)).map((id) => dividedAgency(tx, id, now)));
}

/** One of them. Refuses 'not-found' (404) to anybody who has nothing to place there. */
export async function dividedAgencyFor(
  tx: Tx,
  officer: Pick<Principal, 'roles'>,
  id: string,
  now: Date,
): Promise<DividedAgency> {
  if (!(await idsFor(tx, officer)).includes(id)) throw new Refusal('not-found', 404);
  return dividedAgency(tx, id, now);
}

async function idsFor(tx: Tx, officer: Pick<Principal, 'roles'>): Promise<string[]> {
  const rows: { id: string }[] = await tx.query(
    `SELECT DISTINCT ended.id, ended.unit_code FROM organisations.agency_succession s
       JOIN organisations.agency ended ON ended.id = s.agency_id
       JOIN organisations.agency next ON next.id = s.successor_id
       JOIN organisations.agency seat ON seat.level = 'province' AND seat.body = 'committee'
            AND seat.province_code = next.province_code AND seat.valid_until IS NULL
      WHERE s.divided AND ended.wound_up_at IS NULL AND seat.id = ANY($1) ORDER BY ended.unit_code`,
    [administeredBy(officer)],
  );
  return rows.map(({ id }) => id);
}

/** Whether somebody manages the committee of a province: they place what was divided among its agencies. */
export async function placesDivided(tx: Tx, officer: Pick<Principal, 'roles'>): Promise<boolean> {
  const ids = administeredBy(officer);
  return tx.getRepository(Agency).existsBy({ id: In(ids), level: 'province', body: 'committee' });
}

async function dividedAgency(tx: Tx, id: string, now: Date): Promise<DividedAgency> {
  const agencies = tx.getRepository(Agency);
  const rows: { id: string }[] = await tx.query(
    'SELECT successor_id AS id FROM organisations.agency_succession WHERE agency_id = $1 AND divided',
    [id],
  );
  const successors = await Promise.all(rows.map((row) => agencies.findOneByOrFail({ id: row.id })));
  return {
    agency: await agencies.findOneByOrFail({ id }),
    successors: successors.toSorted((a, b) => a.unitCode.localeCompare(b.unitCode)),
    staff: await staffOf(tx, id, now),
  };
}
