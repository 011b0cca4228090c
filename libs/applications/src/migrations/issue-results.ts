import type { MigrationInterface, QueryRunner } from 'typeorm';

/** That the result of an application was issued, when, and the digest of what it says. */
export class IssueResults1795400003003 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE applications.result (
        application_id uuid PRIMARY KEY REFERENCES applications.application,
        sequence integer NOT NULL CHECK (sequence > 0),
        digest bytea NOT NULL CHECK (length(digest) = 32),
        issued_at timestamptz NOT NULL
      );
      GRANT SELECT ON applications.result TO dvc_portal, dvc_desk, dvc_worker;
      GRANT INSERT ON applications.result TO dvc_worker;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE applications.result');
  }
}
