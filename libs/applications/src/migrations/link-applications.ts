import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What an application, or the draft of one, is about: another application, and which act there. */
export class LinkApplications1795400003050 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE applications.link (
        id uuid PRIMARY KEY REFERENCES applications.draft ON DELETE CASCADE,
        original_id uuid NOT NULL REFERENCES applications.application,
        kind text NOT NULL CHECK (kind IN ('complaint', 'appeal', 'correction')),
        act integer,
        remote boolean NOT NULL,
        settled_at timestamptz,
        CHECK (id <> original_id)
      );
      CREATE INDEX link_by_original ON applications.link (original_id);
      GRANT SELECT ON applications.link TO dvc_portal, dvc_desk, dvc_worker;
      GRANT INSERT, UPDATE (remote) ON applications.link TO dvc_portal;
      GRANT UPDATE (settled_at) ON applications.link TO dvc_worker;
      GRANT INSERT ON applications.answers TO dvc_worker;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      REVOKE INSERT ON applications.answers FROM dvc_worker;
      DROP TABLE applications.link;
    `);
  }
}
