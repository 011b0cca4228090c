import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Officers who compare people with their documents at a counter, and who an officer is as a person: by the blind indexes
 * of ID numbers alone, enough to keep them from their own matters and those of their household.
 */
export class KnowIdentityOfficers1795400001221 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE organisations.officer_role DROP CONSTRAINT officer_role_role_check;
      ALTER TABLE organisations.officer_role ADD CONSTRAINT officer_role_role_check
        CHECK (role IN ('intake', 'case', 'approver', 'identity'));

      CREATE TABLE organisations.officer_identity (
        officer_id uuid NOT NULL REFERENCES organisations.officer,
        id_number_index text NOT NULL,
        own boolean NOT NULL,
        PRIMARY KEY (officer_id, id_number_index)
      );
      CREATE UNIQUE INDEX officer_identity_own ON organisations.officer_identity (officer_id) WHERE own;
      GRANT SELECT, INSERT, DELETE ON organisations.officer_identity TO dvc_desk;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP TABLE organisations.officer_identity;
      DELETE FROM organisations.officer_role WHERE role = 'identity';
      ALTER TABLE organisations.officer_role DROP CONSTRAINT officer_role_role_check;
      ALTER TABLE organisations.officer_role ADD CONSTRAINT officer_role_role_check
        CHECK (role IN ('intake', 'case', 'approver'));
    `);
  }
}
