import type { Platform } from '#lib/platform';

/** News of an application that the jobs carry: where to read it, never what it says. */
export interface ApplicationNews {
  applicationId: string;
  /** Of the event; 0 where something beside the events changed. */
  sequence: number;
  type: string;
}

const batch = 500;

/**
 * Turns up to 500 rows of the outbox into jobs, in one statement: a row is gone exactly when its jobs are there. Every
 * event becomes an inbox entry, a job for each of its effects, and a look at what follows. Returns how many jobs.
 */
export async function relayOutbox(platform: Platform): Promise<number> {
  const rows: unknown[] = await platform.database.query(
    `WITH news AS (
       DELETE FROM applications.outbox WHERE id IN (
         SELECT id FROM applications.outbox ORDER BY id LIMIT $1 FOR UPDATE SKIP LOCKED
       ) RETURNING id, application_id, sequence, type, effects
     ), jobs AS (
       SELECT task, json_build_object('applicationId', application_id, 'sequence', sequence, 'type', type) AS payload,
              application_id::text AS queue
         FROM news CROSS JOIN LATERAL unnest(
              CASE WHEN sequence > 0 THEN ARRAY['inbox-entry'] ELSE '{}' END
              || (SELECT coalesce(array_agg('effect-' || name ORDER BY nth), '{}') FROM unnest(effects) WITH ORDINALITY AS effect (name, nth))
              || ARRAY['follow-up']) WITH ORDINALITY AS task (task, nth)
        ORDER BY news.id, nth
     )
     SELECT graphile_worker.add_job(task, payload := payload, queue_name := queue) FROM jobs`,
    [batch],
  );
  return rows.length;
}
