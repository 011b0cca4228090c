import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Officers hand in the papers of their acts, such as minutes of an inspection. */
export class LetOfficersHandIn1795400002402 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query('GRANT INSERT ON documents.attachment TO dvc_desk');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('REVOKE INSERT ON documents.attachment FROM dvc_desk');
  }
}
