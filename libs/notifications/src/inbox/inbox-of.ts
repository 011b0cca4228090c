import type { Tx } from '#lib/platform';
import { InboxEntry } from './inbox-entry.entity.js';

/** Everything a person was told, newest first. */
export function inboxOf(tx: Tx, personId: string): Promise<InboxEntry[]> {
  return tx.getRepository(InboxEntry).find({ where: { personId }, order: { at: 'DESC', id: 'DESC' } });
}
