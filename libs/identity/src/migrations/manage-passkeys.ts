import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Passkeys are renamed and removed by their owner. A removed one is kept as what it takes to recognise it: the holder
 * of its private key, and nobody else, is told that it was removed. Sessions know the passkey that opened them.
 */
export class ManagePasskeys1795400001110 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE identity.passkey
        ADD CONSTRAINT passkey_name_length CHECK (char_length(name) BETWEEN 1 AND 60);
      GRANT UPDATE (name), DELETE ON identity.passkey TO dvc_portal;

      ALTER TABLE identity.session ADD COLUMN passkey_id uuid;

      CREATE TABLE identity.removed_passkey (
        audience text NOT NULL CHECK (audience IN ('portal', 'desk')),
        credential_id bytea NOT NULL,
        public_key bytea NOT NULL,
        removed_at timestamptz NOT NULL,
        PRIMARY KEY (audience, credential_id)
      );
      CREATE INDEX removed_passkey_by_time ON identity.removed_passkey (removed_at);
      ALTER TABLE identity.removed_passkey ENABLE ROW LEVEL SECURITY;
      CREATE POLICY portal ON identity.removed_passkey TO dvc_portal
        USING (audience = 'portal') WITH CHECK (audience = 'portal');
      CREATE POLICY desk ON identity.removed_passkey TO dvc_desk
        USING (audience = 'desk') WITH CHECK (audience = 'desk');
      CREATE POLICY worker ON identity.removed_passkey TO dvc_worker USING (true);
      GRANT SELECT ON identity.removed_passkey TO dvc_portal, dvc_desk;
      GRANT INSERT ON identity.removed_passkey TO dvc_portal;
      GRANT SELECT, DELETE ON identity.removed_passkey TO dvc_worker;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP TABLE identity.removed_passkey;
      ALTER TABLE identity.session DROP COLUMN passkey_id;
      REVOKE UPDATE (name), DELETE ON identity.passkey FROM dvc_portal;
      ALTER TABLE identity.passkey DROP CONSTRAINT passkey_name_length;
    `);
  }
}
