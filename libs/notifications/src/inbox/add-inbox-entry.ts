import { newId, type Tx } from '#lib/platform';
import { InboxEntry } from './inbox-entry.entity.js';

/** Puts a notice into a person's inbox. The same thing and sequence again changes nothing. */
export async function addInboxEntry(tx: Tx, entry: Omit<InboxEntry, 'id' | 'readAt'>): Promise<void> {
  await tx
    .createQueryBuilder()
    .insert()
    .into(InboxEntry)
    .values({ ...entry, id: newId(), readAt: null })
    .orIgnore()
    .execute();
}
