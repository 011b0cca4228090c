import type { Platform } from '#lib/platform';

/** News of an application that the jobs carry: where to read it, never what it says. */
export interface ApplicationNews {
  applicationId: string;
  sequence: number;
  type: string;
}

const batch = 500;

/**
 * Turns up to 500 rows of the outbox into jobs, in one statement: a row is gone exactly when its jobs are there.
 * Every news becomes an inbox entry; what else follows from an event, its own jobs decide. Returns how many rows.
 */
export async function relayOutbox(platform: Platform): Promise<number> {
  const rows: unknown[] = await platform.database.query(
    `WITH news AS (
       DELETE FROM applications.outbox WHERE id IN (
         SELECT id FROM applications.outbox ORDER BY id LIMIT $1 FOR UPDATE SKIP LOCKED
       ) RETURNING id, application_id, sequence, type
     ), jobs AS (
       SELECT news.id, task, json_build_object('applicationId', application_id, 'sequence', sequence, 'type', type) AS payload,
              application_id::text AS queue
         FROM news CROSS JOIN unnest(ARRAY['inbox-entry', 'follow-up']) AS task
        ORDER BY news.id
     )
     SELECT graphile_worker.add_job(task, payload := payload, queue_name := queue) FROM jobs`,
    [batch],
  );
  return rows.length;
}
