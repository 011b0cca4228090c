import type { MigrationInterface, QueryRunner } from 'typeorm';

/** People read who looked at their data, so the portal may read the record, and the role in which an officer looked is kept. */
export class ShowAccesses1795400001600 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE audit.access_event ADD COLUMN actor_roles text[] NOT NULL DEFAULT '{}';
      GRANT SELECT ON audit.access_event TO dvc_portal, dvc_desk;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      REVOKE SELECT ON audit.access_event FROM dvc_portal, dvc_desk;
      ALTER TABLE audit.access_event DROP COLUMN actor_roles;
    `);
  }
}
