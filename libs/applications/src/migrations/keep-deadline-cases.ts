import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Which of the cases of its procedure an application is, as far as another deadline follows from it. */
export class KeepDeadlineCases1795400003360 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE applications.application ADD COLUMN deadline_case text');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE applications.application DROP COLUMN deadline_case');
  }
}
