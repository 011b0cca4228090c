import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Whom an officer lives with is also asked of the population register, at once and from time to time; until it has
 * answered, nobody knows whose matters the officer must not handle. The number to ask for is sealed, and the desk cannot
 * read it. An identity noted before this has no number to ask for, and has to be noted again.
 */
export class AskWhomOfficersLiveWith1795400003740 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE organisations.officer_identity
        ADD COLUMN source text NOT NULL DEFAULT 'noted' CHECK (source IN ('noted', 'register'));
      CREATE TABLE organisations.officer_lookup (
        officer_id uuid PRIMARY KEY REFERENCES organisations.officer,
        number_sealed text NOT NULL,
        queued boolean NOT NULL DEFAULT false,
        answered_at timestamptz,
        known boolean,
        CONSTRAINT officer_lookup_answered CHECK ((answered_at IS NULL) = (known IS NULL))
      );
      CREATE INDEX officer_lookup_waiting ON organisations.officer_lookup (officer_id) WHERE NOT queued;
      GRANT INSERT, DELETE, SELECT (officer_id, known, answered_at) ON organisations.officer_lookup TO dvc_desk;
      GRANT SELECT, UPDATE ON organisations.officer_lookup TO dvc_worker;
      GRANT INSERT, DELETE ON organisations.officer_identity TO dvc_worker;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      REVOKE INSERT, DELETE ON organisations.officer_identity FROM dvc_worker;
      DROP TABLE organisations.officer_lookup;
      DELETE FROM organisations.officer_identity WHERE source = 'register';
      ALTER TABLE organisations.officer_identity DROP COLUMN source;
    `);
  }
}
