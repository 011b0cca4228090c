import { newId, type Platform, Refusal, type Tx } from '#lib/platform';
import { Person } from '../person/person.entity.js';
import { Proofing, type ProofingMethod } from './proofing.entity.js';
import { tellHolder } from './tell-holder.js';

/** What an identity was shown to be true by. */
export interface Proof {
  level: 1 | 2;
  method: ProofingMethod;
  /** Facts of the check; of the person no more than the last digits of a document. */
  evidence: object;
  /** At a counter: who compared, then who approved. */
  officers?: [string, string];
  /** Where the person was when they were asked for it: the notice leads back there. */
  next?: string;
}

/**
 * Writes a proof down and raises the person to its level; a lower level than they have changes nothing else. Where the
 * level rises, the holder is told in their inbox and all their sessions end, so that no token of the lower level lives
 * on: who calls from a signed-in browser starts a new session afterwards (`startSession`). Two officers at a counter end the
 * wait after a recovery, which was there because nobody had seen who it was.
 * Refuses 'identity-locked' (403) while the holder has it locked: unlock first.
 */
export async function raiseAssurance(
  tx: Tx,
  platform: Platform,
  personId: string,
  { level, method, evidence, officers, next }: Proof,
): Promise<{ raised: boolean }> {
  const at = platform.clock.now();
  const people = tx.getRepository(Person);
  const person = await people.findOneOrFail({
    where: { id: personId },
    select: { id: true, assurance: true, lockedAt: true },
    lock: { mode: 'pessimistic_write' },
  });
  if (person.lockedAt) throw new Refusal('identity-locked', 403);
  const proofing = { id: newId(), personId, method, level, at, evidence, officers: officers ?? [] };
  await tx.createQueryBuilder().insert().into(Proofing).values(proofing).updateEntity(false).execute();
  if (method === 'counter') await people.update(personId, { heldUntil: null });
  if (person.assurance >= level) return { raised: false };
  await people.update(personId, { assurance: level });
  await tx.query('SELECT identity.end_citizen_sessions($1)', [personId]);
  await tellHolder(tx, { personId, aboutId: proofing.id, notice: `raised-${method}`, at, next });
  return { raised: true };
}
