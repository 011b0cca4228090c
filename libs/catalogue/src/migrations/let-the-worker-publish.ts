import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Whoever opens an application on a procedure for the first time publishes its revision: for parts, the worker does. */
export class LetTheWorkerPublish1795400003190 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query('GRANT INSERT, UPDATE (filable_until) ON catalogue.revision TO dvc_worker');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('REVOKE INSERT, UPDATE (filable_until) ON catalogue.revision FROM dvc_worker');
  }
}
