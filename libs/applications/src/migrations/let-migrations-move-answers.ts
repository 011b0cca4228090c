import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Answers go to the fields of another revision with the event that moves their application there. */
export class LetMigrationsMoveAnswers1795400003141 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query('GRANT INSERT ON applications.answers TO dvc_worker');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('REVOKE INSERT ON applications.answers FROM dvc_worker');
  }
}
