import { type NamedValues, preparedText, rowSql, runPrepared, type Tx } from '#lib/platform';
import type { Application } from '../application/application.entity.js';
import type { SealedEvent } from '../application/event.js';
import { eventWrite } from './event-write.js';

/** What a step may change in the row of an application, beside its state, status, version and head hash. */
export type RowChange = Partial<Pick<Application, keyof typeof columns>>;

const columns = {
  agencyId: ['agency_id', 'uuid'],
  assignedTo: ['assigned_to', 'uuid'],
  revisionId: ['revision_id', 'uuid'],
  waitsFor: ['waits_for', 'text'],
  clockStartedAt: ['clock_started_at', 'timestamptz'],
  clockStoppedAt: ['clock_stopped_at', 'timestamptz'],
  suspensions: ['suspensions', 'jsonb'],
  extension: ['extension', 'jsonb'],
  dueAt: ['due_at', 'timestamptz'],
  promisedAt: ['promised_at', 'timestamptz'],
  answered: ['answered', 'boolean'],
} as const;

/**
 * Something else that is written exactly when the step is: common table expressions reading from `moved` the `id` and
 * `version` of the application and, by their names, these values.
 */
export interface StepWrite {
  sql: string;
  values: NamedValues;
}

/**
 * The one statement of every step: moves the row from the version that was read, appends the event, leaves the news in
 * the outbox. False, with nothing written, where the version is no longer the last or the idempotency key was used.
 */
export async function storeStep(
  tx: Tx,
  from: Pick<Application, 'id' | 'version'>,
  event: SealedEvent,
  change: RowChange,
  writes: StepWrite[] = [],
  effects: readonly string[] = [],
): Promise<boolean> {
  const changed = changedColumns(change);
  const parts = [eventWrite(event, effects), ...writes];
  const values: NamedValues = {
    id: { type: 'uuid', value: from.id },
    seen_version: { type: 'int', value: from.version },
    ...Object.fromEntries(changed.map(([column, value]) => [`new_${column}`, value])),
    ...Object.assign({}, ...parts.map((part) => part.values)),
  };
  // The key is looked for first: its unique index would refuse it too, but break the transaction around it.
  const text = `WITH asked AS ${rowSql(values)}, stored AS (
      UPDATE applications.application AS a
         SET state = event_to_state, status = event_status, head_hash = event_hash, changed_at = event_at,
             ${changed.map(([column]) => `${column} = new_${column}, `).join('')}version = a.version + 1
        FROM asked
       WHERE a.id = asked.id AND a.version = seen_version
         AND NOT EXISTS (SELECT FROM applications.event
                          WHERE application_id = asked.id AND idempotency_key = event_idempotency_key)
      RETURNING a.version
    ), moved AS (
      SELECT asked.*, stored.version FROM asked, stored
    ), ${parts.map(({ sql }) => sql).join(', ')}
    SELECT version FROM moved`;
  const rows = await runPrepared(
    tx,
    preparedText(text),
    Object.values(values).map(({ value }) => value),
  );
  return rows.length === 1;
}

function changedColumns(change: RowChange): [string, NamedValues[string]][] {
  return Object.entries(change).map(([name, value]) => {
    const [column, type] = columns[name as keyof typeof columns];
    return [column, { type, value: type === 'jsonb' && value !== null ? JSON.stringify(value) : value }];
  });
}
