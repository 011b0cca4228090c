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
}
