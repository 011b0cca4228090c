import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What is to be done because of a step travels with its news. A row of sequence 0 is no event: it asks to follow up. */
export class CarryEffects1795400002401 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`ALTER TABLE applications.outbox ADD COLUMN effects text[] NOT NULL DEFAULT '{}'`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE applications.outbox DROP COLUMN effects');
  }
}
