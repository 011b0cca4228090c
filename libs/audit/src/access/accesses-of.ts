import { LessThan } from 'typeorm';
import type { Tx } from '#lib/platform';
import { AccessEvent } from './access-event.entity.js';

/** Whose data was seen: a person with an account, and the blind index of their ID number. */
export interface Subject {
  personId: string;
  index: string;
}

/** Who saw the data of a person, newest first: at most `limit` accesses from before an instant. */
export function accessesOf(
  tx: Tx,
  { personId, index }: Subject,
  before: Date,
  limit: number,
): Promise<AccessEvent[]> {
  const at = LessThan(before);
  return tx.getRepository(AccessEvent).find({
    where: [
      { subjectPersonId: personId, at },
      { subjectIndex: index, at },
    ],
    order: { at: 'DESC', id: 'DESC' },
    take: limit,
  });
}

/** One access, if it was to this person's data; else undefined. */
export async function accessTo(
  tx: Tx,
  { personId, index }: Subject,
  id: string,
): Promise<AccessEvent | undefined> {
  const found = await tx.getRepository(AccessEvent).findOneBy([
    { id, subjectPersonId: personId },
    { id, subjectIndex: index },
  ]);
  return found ?? undefined;
}
