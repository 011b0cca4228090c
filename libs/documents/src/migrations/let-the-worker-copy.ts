import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Papers of an application go along to the parts of it that other agencies handle, which the worker opens. */
export class LetTheWorkerCopy1795400003001 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query('GRANT SELECT, INSERT ON documents.attachment TO dvc_worker');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('REVOKE SELECT, INSERT ON documents.attachment FROM dvc_worker');
  }
}
