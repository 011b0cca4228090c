import { randomBytes } from 'node:crypto';
import { canonicalForm, digest, type Localised, seal, unseal } from '#lib/platform';
import type { StateValue } from '#lib/workflow';

/** Who did something: a citizen, an officer in the name of an agency, or the system itself. */
export interface EventActor {
  kind: 'citizen' | 'officer' | 'system';
  id: string | null;
  name: string;
}

/**
 * What an act says of its own, with personal data: sealed, and only committed to in the chain. `past` is what happened
 * in words.
 */
export type EventDetails = Record<string, unknown> & { actorName: string; past: Localised };

export interface EventFacts {
  applicationId: string;
  sequence: number;
  type: string;
  at: Date;
  actor: EventActor;
  agencyId: string;
  /** Why personal data was touched. */
  purpose: string;
  from: StateValue | null;
  to: StateValue;
  status: number;
  idempotencyKey: string;
}

/** An event as its row holds it. */
export interface SealedEvent extends EventFacts {
  detailsSealed: string;
  commitment: Buffer;
  previousHash: Buffer | null;
  hash: Buffer;
}

/**
 * Makes the next link of an application's chain. The hash covers every column and the hash before it; personal data
 * enters only as a salted SHA-256 commitment, so that it can be erased one day without breaking the chain.
 */
export function sealEvent(
  key: Buffer,
  facts: EventFacts,
  details: Record<string, unknown> & { past: Localised },
  previousHash: Buffer | null,
): SealedEvent {
  const text = canonicalForm({
    salt: randomBytes(16).toString('hex'),
    ...details,
    actorName: facts.actor.name,
  });
  const commitment = digest(text);
  const detailsSealed = seal(key, `event:details:${facts.applicationId}/${facts.sequence}`, text);
  return {
    ...facts,
    detailsSealed,
    commitment,
    previousHash,
    hash: eventHash(facts, commitment, previousHash),
  };
}

/** The hash of an event's facts, commitment and predecessor. */
export function eventHash(facts: EventFacts, commitment: Buffer, previousHash: Buffer | null): Buffer {
  return digest(
    canonicalForm({
      application: facts.applicationId,
      sequence: facts.sequence,
      type: facts.type,
      at: facts.at.toISOString(),
      actorKind: facts.actor.kind,
      actorId: facts.actor.id,
      agency: facts.agencyId,
      purpose: facts.purpose,
      from: facts.from,
      to: facts.to,
      status: facts.status,
      idempotencyKey: facts.idempotencyKey,
      commitment: commitment.toString('hex'),
      previous: previousHash?.toString('hex') ?? null,
    }),
  );
}

/** Opens the details of an event. */
export function openDetails(
  key: Buffer,
  event: { applicationId: string; sequence: number; detailsSealed: string },
) {
  const text = unseal(key, `event:details:${event.applicationId}/${event.sequence}`, event.detailsSealed);
  return JSON.parse(text) as EventDetails;
}
