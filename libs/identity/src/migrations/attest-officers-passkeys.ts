import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Which models of authenticators officers may use, and whether a passkey was shown to be of one of them. */
export class AttestOfficersPasskeys1795400001130 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE identity.authenticator_model (
        aaguid uuid PRIMARY KEY,
        name text NOT NULL CHECK (char_length(name) BETWEEN 1 AND 100),
        root_certificates text[] NOT NULL CHECK (cardinality(root_certificates) BETWEEN 1 AND 20),
        added_by uuid REFERENCES organisations.officer,
        added_at timestamptz NOT NULL
      );
      GRANT SELECT, INSERT, DELETE ON identity.authenticator_model TO dvc_desk;

      ALTER TABLE identity.passkey ADD COLUMN attested boolean NOT NULL DEFAULT false;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE identity.passkey DROP COLUMN attested;
      DROP TABLE identity.authenticator_model;
    `);
  }
}
