import { runPreparedText, type Tx } from '#lib/platform';
import type { Application } from '../application/application.entity.js';
import type { SealedEvent } from '../application/event.js';
import { appendEventSql, eventValues } from '../application/event-columns.js';

/** What a step may change in the row of an application, beside its state, status, version and head hash. */
export type RowChange = Partial<Pick<Application, keyof typeof columns>>;

const columns = {
  agencyId: 'agency_id',
  assignedTo: 'assigned_to',
  revisionId: 'revision_id',
  waitsFor: 'waits_for',
  clockStartedAt: 'clock_started_at',
  clockStoppedAt: 'clock_stopped_at',
  suspensions: 'suspensions',
  extension: 'extension',
  dueAt: 'due_at',
  promisedAt: 'promised_at',
  answered: 'answered',
} as const;

/**
 * Something else that is written exactly when the step is: a common table expression reading `id` and `version` from
 * `moved`, with its parameters from `$first` on.
 */
export interface StepWrite {
  sql(first: number): string;
  values: unknown[];
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
  const values: unknown[] = [];
  const place = (value: unknown) => `$${values.push(value)}`;
  const placed = (many: unknown[]) => {
    values.push(...many);
    return values.length - many.length + 1;
  };
  const set = Object.entries({
    state: JSON.stringify(event.to),
    status: event.status,
    head_hash: event.hash,
    changed_at: event.at,
    ...Object.fromEntries(changedColumns(change)),
  }).map(([column, value]) => `${column} = ${place(value)}`);
  // The key is looked for first: its unique index would refuse it too, but break the transaction around it.
  const sql = `WITH moved AS (
      UPDATE applications.application SET ${set.join(', ')}, version = version + 1
       WHERE id = ${place(from.id)} AND version = ${place(from.version)}
         AND NOT EXISTS (SELECT FROM applications.event
                          WHERE application_id = id AND idempotency_key = ${place(event.idempotencyKey)})
      RETURNING id, version
    ), ${[
      appendEventSql('moved', placed(eventValues(event, effects))),
      ...writes.map((write) => write.sql(placed(write.values))),
    ].join(', ')}
    SELECT version FROM moved`;
  const rows = await runPreparedText(tx, sql, values);
  return rows.length === 1;
}

function changedColumns(change: RowChange): [string, unknown][] {
  return Object.entries(change).map(([name, value]) => [
    columns[name as keyof typeof columns],
    name === 'suspensions' ? JSON.stringify(value) : value,
  ]);
}
