import { LessThan } from 'typeorm';
import type { Tx } from '#lib/platform';
import { AccessEvent } from './access-event.entity.js';

/** Who saw the data of a person, newest first: at most `limit` accesses from before an instant. */
export function accessesOf(tx: Tx, personId: string, before: Date, limit: number): Promise<AccessEvent[]> {
  return tx.getRepository(AccessEvent).find({
    where: { subjectPersonId: personId, at: LessThan(before) },
    order: { at: 'DESC', id: 'DESC' },
    take: limit,
  });
}

/** One access, if it was to this person's data; else undefined. */
export async function accessTo(tx: Tx, personId: string, id: string): Promise<AccessEvent | undefined> {
  return (await tx.getRepository(AccessEvent).findOneBy({ id, subjectPersonId: personId })) ?? undefined;
}
