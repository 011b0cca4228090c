import { newId, type Tx } from '#lib/platform';
import type { PhoneNoticeKind } from './phone-notice.entity.js';

/**
 * Has a person told by text message to the phone they are registered with, as part of the act itself and whatever the
 * gateway does: the worker sends it. Nothing where no phone is known.
 */
export async function tellPhone(tx: Tx, personId: string, kind: PhoneNoticeKind, at: Date): Promise<void> {
  await tx.query(
    `INSERT INTO identity.phone_notice (id, person_id, phone_sealed, kind, at)
      SELECT $1, id, phone_sealed, $3, $4 FROM identity.person WHERE id = $2 AND phone_sealed IS NOT NULL`,
    [newId(), personId, kind, at],
  );
}
