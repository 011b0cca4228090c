import type { MigrationInterface, QueryRunner } from 'typeorm';

/** A session that another provider vouched for knows at which level: less than the level held changes no account. */
export class KnowHowSureSessionsAre1795400002100 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE identity.session ADD COLUMN vouched_level smallint CHECK (vouched_level BETWEEN 1 AND 2);
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE identity.session DROP COLUMN vouched_level');
  }
}
