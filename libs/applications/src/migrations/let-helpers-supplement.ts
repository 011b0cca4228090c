import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The answer to a request for supplements is begun by the applicant and by who helps them, each for themselves. */
export class LetHelpersSupplement1795400003302 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP INDEX applications.draft_of_supplement;
      CREATE UNIQUE INDEX draft_of_supplement ON applications.draft (supplements, person_id);
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DELETE FROM applications.draft WHERE supplements IS NOT NULL AND represented_by = person_id;
      DROP INDEX applications.draft_of_supplement;
      CREATE UNIQUE INDEX draft_of_supplement ON applications.draft (supplements);
    `);
  }
}
