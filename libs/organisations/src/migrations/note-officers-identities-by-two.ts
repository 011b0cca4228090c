import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Who an officer is as a person is entered by two administrators, each from the documents: what the first one entered
 * waits, by blind indexes alone, until the second one entered the same. What one alone noted before this stands.
 */
export class NoteOfficersIdentitiesByTwo1795400003300 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE organisations.officer_identity_entry (
        officer_id uuid PRIMARY KEY REFERENCES organisations.officer,
        own_index text NOT NULL,
        household_indexes text[] NOT NULL,
        entered_by uuid NOT NULL REFERENCES organisations.officer,
        entered_at timestamptz NOT NULL,
        CONSTRAINT officer_identity_entry_by_another CHECK (entered_by <> officer_id)
      );
      GRANT SELECT, INSERT, UPDATE, DELETE ON organisations.officer_identity_entry TO dvc_desk;
      ALTER TABLE organisations.officer_identity_change
        ADD COLUMN confirmed_by uuid REFERENCES organisations.officer,
        ADD CONSTRAINT officer_identity_change_takes_two
          CHECK (confirmed_by <> changed_by AND confirmed_by <> officer_id),
        ADD CONSTRAINT officer_identity_change_confirmed
          CHECK ((changed_by IS NULL) = (confirmed_by IS NULL)) NOT VALID;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE organisations.officer_identity_change DROP COLUMN confirmed_by;
      DROP TABLE organisations.officer_identity_entry;
    `);
  }
}
