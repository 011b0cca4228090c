import { runMigrations } from 'graphile-worker';
import type { DataSource } from 'typeorm';

/** Makes or brings up to date the tables of graphile-worker, as the owner, and lets the worker use them. */
export async function prepareJobs(url: string, database: DataSource): Promise<void> {
  await runMigrations({ connectionString: url });
  await database.query(`
    GRANT USAGE ON SCHEMA graphile_worker TO dvc_worker;
    GRANT ALL ON ALL TABLES IN SCHEMA graphile_worker TO dvc_worker;
    GRANT ALL ON ALL SEQUENCES IN SCHEMA graphile_worker TO dvc_worker;
    GRANT EXECUTE ON ALL FUNCTIONS IN SCHEMA graphile_worker TO dvc_worker;
    -- graphile-worker turns on row security without policies: nobody but the owner would see a row.
    DO $$
    DECLARE name text;
    BEGIN
      FOR name IN SELECT tablename FROM pg_tables WHERE schemaname = 'graphile_worker' AND rowsecurity LOOP
        EXECUTE format('DROP POLICY IF EXISTS worker_all ON graphile_worker.%I', name);
        EXECUTE format('CREATE POLICY worker_all ON graphile_worker.%I TO dvc_worker USING (true) WITH CHECK (true)', name);
      END LOOP;
    END $$;
  `);
  await database.query(failing);
}

/**
 * What the desk may know of the jobs that failed and are not done yet, and that it may have them tried again now: not
 * what else a job carries. A job that a worker holds is left to it.
 */
const failing = `
  CREATE SCHEMA IF NOT EXISTS jobs;
  CREATE OR REPLACE VIEW jobs.failing AS
    SELECT id, task_identifier AS task, (payload->>'applicationId')::uuid AS application_id, attempts,
           attempts >= max_attempts AS given_up, created_at AS since, run_at AS next_at, last_error AS error
      FROM graphile_worker._private_jobs job
      JOIN (SELECT id AS task_id, identifier AS task_identifier FROM graphile_worker._private_tasks) task USING (task_id)
     WHERE last_error IS NOT NULL;
  CREATE OR REPLACE FUNCTION jobs.retry(ids bigint[]) RETURNS bigint LANGUAGE sql SECURITY DEFINER
    SET search_path = pg_catalog
    AS 'SELECT count(*) FROM graphile_worker.reschedule_jobs(ids, run_at => now(), attempts => 0)';
  REVOKE ALL ON FUNCTION jobs.retry FROM PUBLIC;
  GRANT USAGE ON SCHEMA jobs TO dvc_desk;
  GRANT SELECT ON jobs.failing TO dvc_desk;
  GRANT EXECUTE ON FUNCTION jobs.retry TO dvc_desk;
`;
