import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Who noted when who an officer is as a person: never changed or deleted, and without any number. */
export class RecordOfficersIdentities1795400002220 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE organisations.officer_identity_change (
        id uuid PRIMARY KEY,
        officer_id uuid NOT NULL REFERENCES organisations.officer,
        changed_by uuid REFERENCES organisations.officer,
        household_size smallint NOT NULL CHECK (household_size >= 0),
        at timestamptz NOT NULL,
        CONSTRAINT officer_identity_change_by_another CHECK (changed_by <> officer_id)
      );
      CREATE INDEX officer_identity_change_by_officer ON organisations.officer_identity_change (officer_id, at DESC);
      CREATE TRIGGER officer_identity_change_stands
        BEFORE UPDATE OR DELETE OR TRUNCATE ON organisations.officer_identity_change
        FOR EACH STATEMENT EXECUTE FUNCTION audit.refuse_change();
      GRANT SELECT, INSERT ON organisations.officer_identity_change TO dvc_desk;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE organisations.officer_identity_change');
  }
}
