import type { Platform } from '#lib/platform';

/**
 * Gives back the jobs of workers that were killed: graphile-worker itself waits four hours, and with such a job waits
 * everything else that follows from its application. Ours take milliseconds, a statement ends after 30 s, and a job
 * that runs twice acts once: whoever held one for two minutes is gone.
 */
export async function releaseAbandonedJobs(platform: Platform): Promise<void> {
  await platform.database.query(
    `SELECT graphile_worker.force_unlock_workers(array_agg(DISTINCT locked_by))
       FROM graphile_worker.jobs WHERE locked_at < now() - interval '2 minutes'`,
  );
}
