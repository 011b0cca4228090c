import type { StepWrite } from '../act/store-step.js';
import type { LegalEvent } from './legal-stage.js';

/** An instant at which the clock does something about an application: of the law, or of a step of its workflow. */
export type DeadlineRow =
  | { kind: 'legal'; path: ''; dueAt: Date; event: LegalEvent }
  | { kind: 'step'; path: string; dueAt: Date; event: string };

/** What the clock has to do from a step on: rows that are set anew, and those that stay as they were. */
export interface Deadlines {
  set: DeadlineRow[];
  keep: Pick<DeadlineRow, 'kind' | 'path'>[];
}

/**
 * The part of a statement that keeps the deadlines of the application that `source` (id) names: what is set replaces
 * what was there, what is neither set nor kept is gone.
 */
export function deadlineSql(source: string, first: number): string {
  return `deadline_set AS (
      INSERT INTO applications.deadline (application_id, kind, path, due_at, event)
      SELECT ${source}.id, row.kind, row.path, row."dueAt", row.event
        FROM ${source}, jsonb_to_recordset($${first}::jsonb)
          AS row (kind text, path text, "dueAt" timestamptz, event text)
      ON CONFLICT (application_id, kind, path)
        DO UPDATE SET due_at = excluded.due_at, event = excluded.event, swept_at = NULL
    ), deadline_gone AS (
      DELETE FROM applications.deadline USING ${source}
       WHERE application_id = ${source}.id AND NOT kind || '/' || path = ANY($${first + 1}::text[])
    )`;
}

/** The values of `deadlineSql`, in order. */
export function deadlineValues({ set, keep }: Deadlines): unknown[] {
  return [JSON.stringify(set), [...set, ...keep].map(({ kind, path }) => `${kind}/${path}`)];
}

/** Keeps the deadlines exactly when the step is stored. */
export function deadlineWrite(deadlines: Deadlines): StepWrite {
  return { sql: (first) => deadlineSql('moved', first), values: deadlineValues(deadlines) };
}
