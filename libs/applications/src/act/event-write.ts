import type { SealedEvent } from '../application/event.js';
import type { StepWrite } from './store-step.js';

const types = {
  type: 'text',
  at: 'timestamptz',
  actor_kind: 'text',
  actor_id: 'uuid',
  agency_id: 'uuid',
  purpose: 'text',
  from_state: 'jsonb',
  to_state: 'jsonb',
  status: 'smallint',
  details_sealed: 'text',
  commitment: 'bytea',
  previous_hash: 'bytea',
  hash: 'bytea',
  idempotency_key: 'uuid',
};

const columns = Object.keys(types) as (keyof typeof types)[];

const sql = `event AS (
    INSERT INTO applications.event (application_id, sequence, ${columns.join(', ')})
    SELECT id, version, ${columns.map((column) => `event_${column}`).join(', ')} FROM moved
  ), outbox AS (
    INSERT INTO applications.outbox (application_id, sequence, type, effects)
    SELECT id, version, event_type, ARRAY (SELECT jsonb_array_elements_text(event_effects)) FROM moved
  )`;

/**
 * Appends an event and leaves its row in the outbox exactly when the step is stored; `effects` names what is to be done
 * because of it. Filing and every later step share it.
 */
export function eventWrite(event: SealedEvent, effects: readonly string[] = []): StepWrite {
  const values: Record<keyof typeof types, unknown> = {
    type: event.type,
    at: event.at,
    actor_kind: event.actor.kind,
    actor_id: event.actor.id,
    agency_id: event.agencyId,
    purpose: event.purpose,
    from_state: event.from === null ? null : JSON.stringify(event.from),
    to_state: JSON.stringify(event.to),
    status: event.status,
    details_sealed: event.detailsSealed,
    commitment: event.commitment,
    previous_hash: event.previousHash,
    hash: event.hash,
    idempotency_key: event.idempotencyKey,
  };
  const named = columns.map((column) => [`event_${column}`, { type: types[column], value: values[column] }]);
  return {
    sql,
    values: {
      ...Object.fromEntries(named),
      event_effects: { type: 'jsonb', value: JSON.stringify(effects) },
    },
  };
}
