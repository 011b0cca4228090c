import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The worker gives out work to officers, and never anybody's own matter or that of their household. */
export class LetTheWorkerCompareOfficers1795400003102 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query('GRANT SELECT ON organisations.officer_identity TO dvc_worker');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('REVOKE SELECT ON organisations.officer_identity FROM dvc_worker');
  }
}
