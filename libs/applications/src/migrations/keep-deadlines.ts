import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * What the clock does by itself, when: one row for the law and one for each step that has a deadline, found by `due_at`.
 * What puts the deadline off or promises another date stands with the application; notices are for officers.
 */
export class KeepDeadlines1795400002510 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE applications.application ADD COLUMN extension jsonb, ADD COLUMN promised_at timestamptz;
      GRANT UPDATE (extension, promised_at) ON applications.application TO dvc_portal, dvc_desk, dvc_worker;

      CREATE TABLE applications.deadline (
        application_id uuid NOT NULL REFERENCES applications.application,
        kind text NOT NULL CHECK (kind IN ('legal', 'step')),
        path text NOT NULL CHECK ((path = '') = (kind = 'legal')),
        due_at timestamptz NOT NULL,
        event text NOT NULL CHECK (kind = 'step' OR event IN ('warn', 'overdue', 'promise-missed')),
        swept_at timestamptz,
        PRIMARY KEY (application_id, kind, path)
      ) WITH (fillfactor = 80);
      CREATE INDEX deadline_due ON applications.deadline (due_at) WHERE swept_at IS NULL;
      GRANT SELECT, INSERT, UPDATE, DELETE ON applications.deadline TO dvc_portal, dvc_desk, dvc_worker;
      INSERT INTO applications.deadline (application_id, kind, path, due_at, event)
        SELECT id, 'legal', '', due_at, 'overdue' FROM applications.application
         WHERE due_at IS NOT NULL AND clock_stopped_at IS NULL AND waits_for <> 'nobody';

      CREATE TABLE applications.notice (
        application_id uuid NOT NULL REFERENCES applications.application,
        sequence integer NOT NULL,
        agency_id uuid NOT NULL REFERENCES organisations.agency,
        audience text NOT NULL CHECK (audience IN ('officers', 'head', 'superior')),
        kind text NOT NULL CHECK (kind IN ('warn', 'overdue', 'promise-missed')),
        at timestamptz NOT NULL,
        PRIMARY KEY (application_id, sequence, agency_id, audience)
      );
      CREATE INDEX notice_of_agency ON applications.notice (agency_id, at DESC);
      GRANT SELECT ON applications.notice TO dvc_desk;
      GRANT SELECT, INSERT ON applications.notice TO dvc_worker;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP TABLE applications.notice, applications.deadline;
      ALTER TABLE applications.application DROP COLUMN extension, DROP COLUMN promised_at;
    `);
  }
}
