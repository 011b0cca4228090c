import type { Tx } from '#lib/platform';

/**
 * Holds still, until the end of the transaction, what opens an account: whoever takes passkeys away waits for those who
 * are about to add one or to open a session with one (`holdPasskeys`), and these wait for whoever takes away. Whoever has
 * waited has to look again whether what they came with still counts.
 */
export async function lockPasskeys(tx: Tx, ownerId: string): Promise<void> {
  await tx.query('SELECT pg_advisory_xact_lock(hashtextextended($1, 7060025))', [ownerId]);
}

/** The same for those who take nothing away: any number of them at once. */
export async function holdPasskeys(tx: Tx, ownerId: string): Promise<void> {
  await tx.query('SELECT pg_advisory_xact_lock_shared(hashtextextended($1, 7060025))', [ownerId]);
}
