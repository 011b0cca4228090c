import type { Tx } from '#lib/platform';

/**
 * Asks the worker to see whether the workflow goes on by itself, because something its guards read has changed: a
 * payment, a consultation, another application. Within the transaction that changed it.
 */
export async function askFollowUp(tx: Tx, applicationId: string): Promise<void> {
  await tx.query(`INSERT INTO applications.outbox (application_id, sequence, type) VALUES ($1, 0, 'facts')`, [
    applicationId,
  ]);
}
