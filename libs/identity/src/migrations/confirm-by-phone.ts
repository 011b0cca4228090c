import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Codes to the phone the population register has, for citizens whom somebody helps: one at a time for each helper and
 * purpose, bound to what it is for, used once.
 */
export class ConfirmByPhone1795400002120 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE identity.phone_code (
        helper_id uuid NOT NULL REFERENCES identity.person,
        purpose text NOT NULL CHECK (purpose IN ('assistance', 'filing')),
        bound_to bytea NOT NULL CHECK (length(bound_to) = 32),
        code_index text NOT NULL,
        claims_sealed text,
        phone text NOT NULL,
        tries smallint NOT NULL,
        sent_at timestamptz NOT NULL,
        used_at timestamptz,
        expires_at timestamptz NOT NULL,
        PRIMARY KEY (helper_id, purpose)
      );
      CREATE INDEX phone_code_by_expiry ON identity.phone_code (expires_at);
      GRANT SELECT, INSERT, UPDATE ON identity.phone_code TO dvc_portal;
      GRANT SELECT, DELETE ON identity.phone_code TO dvc_worker;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE identity.phone_code');
  }
}
