import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Which titles name somebody: those are not mailed. What was written before it was told is taken for one that does. */
export class TellTitlesThatNameSomebody1795400003790 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE notifications.inbox_entry ADD COLUMN names_somebody boolean NOT NULL DEFAULT true;
      ALTER TABLE notifications.inbox_entry ALTER COLUMN names_somebody DROP DEFAULT;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE notifications.inbox_entry DROP COLUMN names_somebody');
  }
}
