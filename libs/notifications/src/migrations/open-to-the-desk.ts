import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The right to add a notice is of no use without the right to enter the schema. */
export class OpenToTheDesk1795400001223 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query('GRANT USAGE ON SCHEMA notifications TO dvc_desk');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('REVOKE USAGE ON SCHEMA notifications FROM dvc_desk');
  }
}
