import type { Platform } from '#lib/platform';

/** Which deadline a job is about: where to read it, never what it says. */
export interface DeadlineNews {
  applicationId: string;
  kind: 'legal' | 'step';
  path: string;
  /** The instant it had when it was swept, as an ISO instant: one that was set anew since is another deadline. */
  dueAt: string;
}

const batch = 500;

/**
 * Turns every deadline that has come into a job of its own, oldest first, however long nobody looked: in one statement
 * for each 500, so that a deadline is marked exactly when its job is there. Two workers at once take different ones.
 * Returns how many.
 */
export async function sweepDeadlines(platform: Platform): Promise<number> {
  let swept = 0;
  for (;;) {
    const rows: unknown[] = await platform.database.query(
      `WITH come AS (
         SELECT application_id, kind, path FROM applications.deadline
          WHERE swept_at IS NULL AND due_at <= $1
          ORDER BY due_at LIMIT $2 FOR UPDATE SKIP LOCKED
       ), swept AS (
         UPDATE applications.deadline AS row SET swept_at = $1 FROM come
          WHERE (row.application_id, row.kind, row.path) = (come.application_id, come.kind, come.path)
         RETURNING row.application_id, row.kind, row.path, row.due_at
       )
       SELECT graphile_worker.add_job('deadline', queue_name := application_id::text, payload := json_build_object(
                'applicationId', application_id, 'kind', kind, 'path', path, 'dueAt', due_at))
         FROM swept`,
      [platform.clock.now(), batch],
    );
    swept += rows.length;
    if (rows.length < batch) return swept;
  }
}
