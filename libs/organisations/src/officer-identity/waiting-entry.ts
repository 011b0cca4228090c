import type { Tx } from '#lib/platform';

/** That somebody entered who an officer is, and a second administrator has not yet. */
export interface WaitingEntry {
  at: Date;
  enteredBy: string;
  /** Of the administrator who entered it. */
  name: string;
}

export async function waitingEntry(tx: Tx, officerId: string): Promise<WaitingEntry | undefined> {
  const [entry]: WaitingEntry[] = await tx.query(
    `SELECT entered_at AS at, entered_by AS "enteredBy", full_name AS name
      FROM organisations.officer_identity_entry JOIN organisations.officer ON officer.id = entered_by
      WHERE officer_id = $1`,
    [officerId],
  );
  return entry;
}

/** Drops what waits: taken back by who entered it, or refused by another. That nothing waits is no mistake. */
export async function dropEntry(tx: Tx, officerId: string): Promise<void> {
  await tx.query('DELETE FROM organisations.officer_identity_entry WHERE officer_id = $1', [officerId]);
}
