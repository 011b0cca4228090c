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

const sql = `deadline_set AS (
    INSERT INTO applications.deadline (application_id, kind, path, due_at, event)
    SELECT moved.id, row.kind, row.path, row."dueAt", row.event
      FROM moved, jsonb_to_recordset(deadlines_set) AS row (kind text, path text, "dueAt" timestamptz, event text)
    ON CONFLICT (application_id, kind, path)
      DO UPDATE SET due_at = excluded.due_at, event = excluded.event, swept_at = NULL
  ), deadline_gone AS (
    DELETE FROM applications.deadline USING moved
     WHERE application_id = moved.id AND NOT deadlines_stay ? (kind || '/' || path)
  )`;

/**
 * Keeps the deadlines exactly when the step is stored: what is set replaces what was there, what is neither set nor kept
 * is gone.
 */
export function deadlineWrite({ set, keep }: Deadlines): StepWrite {
  const stay = [...set, ...keep].map(({ kind, path }) => `${kind}/${path}`);
  return {
    sql,
    values: {
      deadlines_set: { type: 'jsonb', value: JSON.stringify(set) },
      deadlines_stay: { type: 'jsonb', value: JSON.stringify(stay) },
    },
  };
}
