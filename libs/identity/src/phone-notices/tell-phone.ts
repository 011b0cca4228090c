import { newId, type Tx } from '#lib/platform';
import type { PhoneNoticeKind } from './phone-notice.entity.js';

/**
 * Has a person told by text message to the phone they are registered with, as part of the act itself and whatever the
 * gateway does: the worker sends it. Nothing where no phone is known.
 */
export async function tellPhone(tx: Tx, personId: string, kind: PhoneNoticeKind, at: Date): Promise<void> {
  await tx.query('SELECT identity.tell_phone($1, $2, $3, $4)', [newId(), personId, kind, at]);
}
