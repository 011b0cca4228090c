import type { MigrationInterface, QueryRunner } from 'typeorm';

/** When the clock stood still since it was started: what was left of the term is counted from these. */
export class KeepSuspensions1795400001210 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE applications.application ADD COLUMN suspensions jsonb NOT NULL DEFAULT '[]';
      GRANT UPDATE (suspensions) ON applications.application TO dvc_portal, dvc_desk, dvc_worker;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE applications.application DROP COLUMN suspensions');
  }
}
