import { canonicalForm, digest, type Platform, type Tx } from '#lib/platform';
import type { StateValue } from '#lib/workflow';
import { type EventDetails, type EventFacts, eventHash, openDetails } from './event.js';

/** An event with its details opened. */
export interface ApplicationEvent extends EventFacts {
  details: EventDetails;
  commitment: Buffer;
  previousHash: Buffer | null;
  hash: Buffer;
}

/** A row of the table of events, as it stands. */
export interface EventRow {
  application_id: string;
  sequence: number;
  type: string;
  at: Date;
  actor_kind: 'citizen' | 'officer' | 'system';
  actor_id: string | null;
  agency_id: string;
  purpose: string;
  from_state: StateValue | null;
  to_state: StateValue;
  status: number;
  details_sealed: string;
  commitment: Buffer;
  previous_hash: Buffer | null;
  hash: Buffer;
  idempotency_key: string;
}

/** Everything that happened to an application, oldest first. */
export async function readEvents(
  tx: Tx,
  platform: Platform,
  applicationId: string,
): Promise<ApplicationEvent[]> {
  const rows: EventRow[] = await tx.query(
    'SELECT * FROM applications.event WHERE application_id = $1 ORDER BY sequence',
    [applicationId],
  );
  return rows.map((row) => eventOf(platform.config.secrets.encryptionKey, row));
}

/** Whether each event's hash is that of its columns, its words are those committed to, and it names the hash before. */
export function chainHolds(events: ApplicationEvent[]): boolean {
  return events.every((event, index) => {
    const { details, commitment, hash, previousHash } = event;
    const previous = events[index - 1]?.hash ?? null;
    const linked = previous ? previousHash?.equals(previous) : previousHash === null;
    const said = commitment.equals(digest(canonicalForm(details)));
    return linked === true && said && hash.equals(eventHash(event, commitment, previousHash));
  });
}

/** Opens what is sealed in a row. */
export function eventOf(key: Buffer, row: EventRow): ApplicationEvent {
  const { application_id: applicationId, sequence } = row;
  const details = openDetails(key, { applicationId, sequence, detailsSealed: row.details_sealed });
  return {
    applicationId,
    sequence,
    type: row.type,
    at: row.at,
    actor: { kind: row.actor_kind, id: row.actor_id, name: details.actorName },
    agencyId: row.agency_id,
    purpose: row.purpose,
    from: row.from_state,
    to: row.to_state,
    status: row.status,
    idempotencyKey: row.idempotency_key,
    details,
    commitment: row.commitment,
    previousHash: row.previous_hash,
    hash: row.hash,
  };
}
