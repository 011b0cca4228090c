import { type Tx, unseal } from '#lib/platform';
import { numberPlace } from './officer-identity.js';

/** An officer of whom the population register is asked whom they live with. */
export interface OfficerLookup {
  officerId: string;
  idNumber: string;
  /** Of the noting it is for: an answer to an earlier one is not kept. */
  sealed: string;
}

/** Whether it is noted who an officer is, with the number to ask the register for. */
export async function isNoted(tx: Tx, officerId: string): Promise<boolean> {
  const rows: unknown[] = await tx.query('SELECT FROM organisations.officer_lookup WHERE officer_id = $1', [
    officerId,
  ]);
  return rows.length > 0;
}

/** Makes a job (`look-up-officer`) of each officer who was noted and of whom the register was not asked. Returns how many. */
export async function relayLookups(tx: Tx): Promise<number> {
  const rows: unknown[] = await tx.query(
    `WITH waiting AS (
       UPDATE organisations.officer_lookup SET queued = true WHERE officer_id IN (
         SELECT officer_id FROM organisations.officer_lookup WHERE NOT queued LIMIT 100 FOR UPDATE SKIP LOCKED
       ) RETURNING officer_id
     )
     SELECT graphile_worker.add_job('look-up-officer', json_build_object('id', officer_id)) FROM waiting`,
  );
  return rows.length;
}

/** Has the register asked again of everybody who holds a role: households change. */
export async function askAgain(tx: Tx, now: Date): Promise<void> {
  await tx.query(
    `UPDATE organisations.officer_lookup SET queued = false WHERE queued AND EXISTS (
       SELECT FROM organisations.officer_role held WHERE held.officer_id = officer_lookup.officer_id
          AND valid_from <= $1 AND (valid_until IS NULL OR valid_until > $1))`,
    [now],
  );
}

/** What to ask for an officer; undefined where nobody noted who they are. */
export async function officerLookup(
  tx: Tx,
  encryptionKey: Buffer,
  officerId: string,
): Promise<OfficerLookup | undefined> {
  const [row]: { sealed: string }[] = await tx.query(
    'SELECT number_sealed AS sealed FROM organisations.officer_lookup WHERE officer_id = $1',
    [officerId],
  );
  return row && { officerId, idNumber: unseal(encryptionKey, numberPlace(officerId), row.sealed), ...row };
}

/**
 * Keeps whom an officer lives with as the register says, by blind indexes, in place of what it said before; `undefined`:
 * it knows no such person, and what it said before stands beside. What was noted stays. To be called in a transaction.
 */
export async function keepLookup(
  tx: Tx,
  { officerId, sealed }: Pick<OfficerLookup, 'officerId' | 'sealed'>,
  household: string[] | undefined,
  at: Date,
): Promise<void> {
  const [, kept]: [unknown, number] = await tx.query(
    `UPDATE organisations.officer_lookup SET known = $3, answered_at = $4
      WHERE officer_id = $1 AND number_sealed = $2`,
    [officerId, sealed, household !== undefined, at],
  );
  if (kept === 0 || household === undefined) return;
  await tx.query(`DELETE FROM organisations.officer_identity WHERE officer_id = $1 AND source = 'register'`, [
    officerId,
  ]);
  await tx.query(
    `INSERT INTO organisations.officer_identity (officer_id, id_number_index, own, source)
      SELECT $1::uuid, index, false, 'register' FROM unnest($2::text[]) AS index ON CONFLICT DO NOTHING`,
    [officerId, household],
  );
}
