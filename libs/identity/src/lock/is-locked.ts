import { type Tx, Refusal } from '#lib/platform';
import { Person } from '../person/person.entity.js';

/** Whether the holder has locked this identity. A person not there yet is not locked. */
export async function isLocked(tx: Tx, personId: string): Promise<boolean> {
  const person = await tx
    .getRepository(Person)
    .findOne({ where: { id: personId }, select: { id: true, lockedAt: true } });
  return Boolean(person?.lockedAt);
}

/** Refuses 'identity-locked' (403) whoever would use a locked identity. */
export async function refuseLocked(tx: Tx, personId: string): Promise<void> {
  if (await isLocked(tx, personId)) throw new Refusal('identity-locked', 403);
}
