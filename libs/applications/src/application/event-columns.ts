import type { SealedEvent } from './event.js';

const columns = [
  'type',
  'at',
  'actor_kind',
  'actor_id',
  'agency_id',
  'purpose',
  'from_state',
  'to_state',
  'status',
  'details_sealed',
  'commitment',
  'previous_hash',
  'hash',
  'idempotency_key',
] as const;

const types: Partial<Record<(typeof columns)[number], string>> = {
  at: 'timestamptz',
  actor_id: 'uuid',
  agency_id: 'uuid',
  from_state: 'jsonb',
  to_state: 'jsonb',
  status: 'smallint',
  commitment: 'bytea',
  previous_hash: 'bytea',
  hash: 'bytea',
  idempotency_key: 'uuid',
};

/**
 * The part of a statement that appends an event and its outbox row to the application that `source` (id, version)
 * names, with parameters from `$first` on: filing and every later step share it.
 */
export function appendEventSql(source: string, first: number): string {
  const parameters = columns.map((column, index) => `$${first + index}::${types[column] ?? 'text'}`);
  return `event AS (
      INSERT INTO applications.event (application_id, sequence, ${columns.join(', ')})
      SELECT id, version, ${parameters.join(', ')} FROM ${source}
    ), outbox AS (
      INSERT INTO applications.outbox (application_id, sequence, type, effects)
      SELECT id, version, $${first}::text, $${first + columns.length}::text[] FROM ${source}
    )`;
}

/** The values of `appendEventSql`, in order; `effects` names what is to be done because of the event. */
export function eventValues(event: SealedEvent, effects: readonly string[] = []): unknown[] {
  return [
    event.type,
    event.at,
    event.actor.kind,
    event.actor.id,
    event.agencyId,
    event.purpose,
    event.from === null ? null : JSON.stringify(event.from),
    JSON.stringify(event.to),
    event.status,
    event.detailsSealed,
    event.commitment,
    event.previousHash,
    event.hash,
    event.idempotencyKey,
    effects,
  ];
}
