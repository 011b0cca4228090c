import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Whether a walk took every way there is, or ended at its bounds. Of one that was walked before this nobody knows. */
export class SayHowFarWasWalked1795400003742 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE designing.proposal ADD COLUMN walk_complete boolean;
      GRANT UPDATE (walk_complete) ON designing.proposal TO dvc_worker;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE designing.proposal DROP COLUMN walk_complete');
  }
}
