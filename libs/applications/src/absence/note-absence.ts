import { officersHolding } from '#lib/organisations';
import { legalDate, newId, type Platform, Refusal, type Tx } from '#lib/platform';
import type { Principal } from '#lib/web';
import { staffAt } from './staff-roles.js';

/** Days on which an officer is away, the last one included, and who stands in. */
export interface Absence {
  agencyId: string;
  officerId: string;
  deputyId: string;
  /** YYYY-MM-DD, both. */
  fromDay: string;
  untilDay: string;
}

/**
 * Notes that an officer is away and who stands in: they themselves do, or an administrator of their agency.
 * Refuses others (`not-found`, 404), somebody without a role there (`not-found`, 404), a deputy without the same role
 * (`deputy-not-eligible`, 422) or who is away on one of the days (`deputy-away`, 422: so no chain of deputies comes back
 * to where it began), and days on which it is noted already (`absence-noted-already`, 409).
 */
export async function noteAbsence(
  tx: Tx,
  platform: Platform,
  by: Pick<Principal, 'id' | 'roles'>,
  { agencyId, officerId, deputyId, fromDay, untilDay }: Absence,
): Promise<void> {
  const now = platform.clock.now();
  demandSelfOrAdministrator(by, { agencyId, officerId });
  const officer = (await staffAt(tx, agencyId, now)).find(({ id }) => id === officerId);
  if (!officer) throw new Refusal('not-found', 404);
  const eligible = await officersHolding(tx, agencyId, officer.role, now);
  if (deputyId === officerId || !eligible.some(({ id }) => id === deputyId))
    throw new Refusal('deputy-not-eligible', 422);
  await tx.query('SELECT pg_advisory_xact_lock(hashtextextended($1, 3101))', [agencyId]);
  const away = await awayOn(tx, agencyId, fromDay, untilDay);
  if (away.has(officerId)) throw new Refusal('absence-noted-already', 409);
  if (away.has(deputyId)) throw new Refusal('deputy-away', 422);
  await tx.query('INSERT INTO applications.absence VALUES ($1, $2, $3, $4, $5, $6, $7, $8)', [
    newId(),
    agencyId,
    officerId,
    deputyId,
    fromDay,
    untilDay,
    by.id,
    now,
  ]);
}

/**
 * Ends an absence: from today on the officer is there again; one that has not begun never was. Refuses others, and one
 * that is over (`not-found`, 404).
 */
export async function endAbsence(
  tx: Tx,
  platform: Platform,
  by: Pick<Principal, 'id' | 'roles'>,
  id: string,
): Promise<void> {
  const today = legalDate(platform.clock.now());
  const [absence]: (Pick<Absence, 'agencyId' | 'officerId'> & { begun: boolean })[] = await tx.query(
    `SELECT agency_id AS "agencyId", officer_id AS "officerId", from_day < $2 AS begun
       FROM applications.absence WHERE id = $1 AND until_day >= $2`,
    [id, today],
  );
  if (!absence) throw new Refusal('not-found', 404);
  demandSelfOrAdministrator(by, absence);
  await tx.query(
    absence.begun
      ? 'UPDATE applications.absence SET until_day = $2::date - 1 WHERE id = $1'
      : 'DELETE FROM applications.absence WHERE id = $1 AND from_day >= $2',
    [id, today],
  );
}

function demandSelfOrAdministrator(
  { id, roles }: Pick<Principal, 'id' | 'roles'>,
  { agencyId, officerId }: Pick<Absence, 'agencyId' | 'officerId'>,
): void {
  const administers = roles.some((held) => held.role === 'administrator' && held.agencyId === agencyId);
  if (id !== officerId && !administers) throw new Refusal('not-found', 404);
}

/** Who is away on one of some days. */
async function awayOn(
  tx: Tx,
  agencyId: string,
  fromDay: string,
  untilDay: string,
): Promise<ReadonlySet<string>> {
  const rows: { id: string }[] = await tx.query(
    'SELECT officer_id AS id FROM applications.absence WHERE agency_id = $1 AND from_day <= $3 AND until_day >= $2',
    [agencyId, fromDay, untilDay],
  );
  return new Set(rows.map(({ id }) => id));
}
