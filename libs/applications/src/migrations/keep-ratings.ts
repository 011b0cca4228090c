import type { MigrationInterface, QueryRunner } from 'typeorm';

/** How applicants found the handling: one rating an application, its words sealed. */
export class KeepRatings1795400002620 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE applications.rating (
        application_id uuid PRIMARY KEY REFERENCES applications.application,
        agency_id uuid NOT NULL,
        stars smallint NOT NULL CHECK (stars BETWEEN 1 AND 5),
        words_sealed text NOT NULL,
        rated_at timestamptz NOT NULL,
        changed_at timestamptz NOT NULL
      );
      CREATE INDEX rating_by_agency ON applications.rating (agency_id, rated_at DESC);
      GRANT SELECT, INSERT, UPDATE (stars, words_sealed, changed_at) ON applications.rating TO dvc_portal;
      GRANT SELECT ON applications.rating TO dvc_desk;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE applications.rating');
  }
}
