import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Which applications were opened as parts of another, by which of its events, and whether they are to be stopped. The
 * worker opens them: what only the portal filed before.
 */
export class OpenParts1795400003000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE applications.child (
        application_id uuid PRIMARY KEY REFERENCES applications.application,
        parent_id uuid NOT NULL REFERENCES applications.application,
        part text NOT NULL,
        sequence integer NOT NULL CHECK (sequence > 0),
        stop text CHECK (stop IN ('refused', 'withdrawn')),
        undoes uuid UNIQUE REFERENCES applications.application
      );
      CREATE INDEX child_of_parent ON applications.child (parent_id);
      CREATE UNIQUE INDEX child_opened_once ON applications.child (parent_id, part, sequence) WHERE undoes IS NULL;
      GRANT SELECT ON applications.child TO dvc_portal, dvc_desk, dvc_worker;
      GRANT INSERT, UPDATE (stop) ON applications.child TO dvc_worker;
      GRANT INSERT ON applications.application, applications.submission, applications.answers TO dvc_worker;
      GRANT SELECT, INSERT, UPDATE ON applications.number_counter TO dvc_worker;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP TABLE applications.child;
      REVOKE INSERT ON applications.application, applications.submission, applications.answers FROM dvc_worker;
      REVOKE ALL ON applications.number_counter FROM dvc_worker;
    `);
  }
}
