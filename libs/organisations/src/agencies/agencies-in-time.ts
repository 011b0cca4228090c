import type { Tx } from '#lib/platform';

/** An agency that ended and has open applications to hand over to the one that follows it. */
export interface EndedAgency {
  agencyId: string;
  successorId: string;
  changeId: string;
}

/** The agencies that ended, have one successor and are not wound up. */
export function agenciesToWindUp(tx: Tx): Promise<EndedAgency[]> {
  return tx.query(
    `SELECT s.agency_id AS "agencyId", s.successor_id AS "successorId", s.change_id AS "changeId"
       FROM organisations.agency_succession s JOIN organisations.agency a ON a.id = s.agency_id
      WHERE NOT s.divided AND a.valid_until IS NOT NULL AND a.wound_up_at IS NULL`,
  );
}

/** The agencies that ended, were divided and are not wound up. */
export async function dividedAgencies(tx: Tx): Promise<string[]> {
  const rows: { id: string }[] = await tx.query(
    `SELECT DISTINCT a.id FROM organisations.agency_succession s JOIN organisations.agency a ON a.id = s.agency_id
      WHERE s.divided AND a.valid_until IS NOT NULL AND a.wound_up_at IS NULL`,
  );
  return rows.map(({ id }) => id);
}

/** No agency is wound up sooner after its change: whoever signed for it in the last minute has filed by then. */
const graceMs = 60 * 60_000;

/**
 * Winds up agencies that have no open application left: of a divided one the files go to the successor with its code,
 * else to the first. An agency whose change is not an hour old, or whose officers are not all placed, is left for later.
 */
export async function windUp(tx: Tx, agencyIds: string[], now: Date): Promise<void> {
  await tx.query(
    `WITH wound_up AS (
       UPDATE organisations.agency a SET wound_up_at = $2
        WHERE id = ANY($1) AND valid_until IS NOT NULL AND wound_up_at IS NULL
          AND EXISTS (SELECT FROM organisations.agency_succession s JOIN organisations.change c ON c.id = s.change_id
                       WHERE s.agency_id = a.id AND c.carried_out_at < $3)
          AND NOT EXISTS (SELECT FROM organisations.officer_role r
                           WHERE r.agency_id = a.id AND (r.valid_until IS NULL OR r.valid_until > $2))
        RETURNING id, commune_code
     ), keeper AS (
       SELECT DISTINCT ON (s.agency_id) s.agency_id, s.successor_id
         FROM organisations.agency_succession s JOIN wound_up w ON w.id = s.agency_id
         JOIN organisations.agency a ON a.id = s.successor_id
        WHERE s.divided
        ORDER BY s.agency_id, a.commune_code IS NOT DISTINCT FROM w.commune_code DESC, a.unit_code
     )
     UPDATE organisations.agency_succession s SET keeps_files = true FROM keeper
      WHERE s.agency_id = keeper.agency_id AND s.successor_id = keeper.successor_id`,
    [agencyIds, now, new Date(now.getTime() - graceMs)],
  );
}

/**
 * The agencies that handle what was an agency's: itself while it is in office, else those that follow it, and those that
 * follow them. Several where it was divided.
 */
export async function successorsOf(tx: Tx, agencyId: string): Promise<string[]> {
  const rows: { id: string }[] = await tx.query(
    `WITH RECURSIVE following AS (
       SELECT $1::uuid AS id
       UNION SELECT s.successor_id FROM following f JOIN organisations.agency_succession s ON s.agency_id = f.id
     ) SELECT a.id FROM following JOIN organisations.agency a USING (id) WHERE a.valid_until IS NULL ORDER BY a.unit_code`,
    [agencyId],
  );
  return rows.map(({ id }) => id);
}
