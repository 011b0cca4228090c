import type { Tx } from '#lib/platform';

/** Forgets addresses that were never verified, and codes that ran out: they are nobody's yet, and of no more use. */
export async function sweepContacts(tx: Tx, now: Date): Promise<void> {
  await tx.query(
    'DELETE FROM notifications.contact_address WHERE verified_at IS NULL AND pending_until < $1',
    [now],
  );
  await tx.query(
    `UPDATE notifications.contact_address SET pending_sealed = NULL, pending_id = NULL, pending_until = NULL
      WHERE pending_until < $1`,
    [now],
  );
}
