import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The code for the counter can be shown again to the browser that got it: a page that is reloaded loses nothing. */
export class KeepCodesForTheCounter1795400003201 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE identity.pending_federation ADD code_sealed text, ADD pre_session bytea;
      CREATE INDEX pending_federation_by_browser ON identity.pending_federation (pre_session);
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE identity.pending_federation DROP code_sealed, DROP pre_session');
  }
}
