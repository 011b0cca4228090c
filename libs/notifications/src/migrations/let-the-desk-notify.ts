import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What officers do to an identity at a counter is told to its holder in the same transaction. */
export class LetTheDeskNotify1795400001211 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query('GRANT INSERT ON notifications.inbox_entry TO dvc_desk');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('REVOKE INSERT ON notifications.inbox_entry FROM dvc_desk');
  }
}
