import type { Tx } from '#lib/platform';

/**
 * Until the transaction ends, of all that ask one person (by the blind index of their ID number) and the making of their
 * account one alone happens at a time: what is asked is told by one of the two, and never asked twice.
 */
export async function lockWhoIsAsked(tx: Tx, personIndex: string): Promise<void> {
  await tx.query('SELECT pg_advisory_xact_lock(hashtextextended($1, 7060024))', [personIndex]);
}
