import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Whose data was seen is kept by the blind index of the ID number, too: people without an account find it once they have one. */
export class RecordLooksAtAnybody1795400003770 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE audit.access_event ADD COLUMN subject_index text;
      CREATE INDEX access_event_by_subject_index ON audit.access_event (subject_index, at DESC)
        WHERE subject_index IS NOT NULL;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE audit.access_event DROP COLUMN subject_index');
  }
}
