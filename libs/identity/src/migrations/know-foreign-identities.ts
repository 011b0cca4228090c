import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * A foreign identity that belongs to nobody here yet waits for a counter: an officer types the code its holder shows,
 * compares the passport or residence card, and binds it.
 */
export class KnowForeignIdentities1795400001320 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE identity.pending_federation (
        issuer text NOT NULL,
        subject text NOT NULL,
        code_index text NOT NULL UNIQUE,
        name_sealed text NOT NULL,
        expires_at timestamptz NOT NULL,
        PRIMARY KEY (issuer, subject)
      );
      CREATE INDEX pending_federation_by_expiry ON identity.pending_federation (expires_at);
      GRANT SELECT, INSERT, UPDATE ON identity.pending_federation TO dvc_portal;
      GRANT SELECT, DELETE ON identity.pending_federation TO dvc_desk, dvc_worker;
      GRANT SELECT, INSERT ON identity.federated_identity TO dvc_desk;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP TABLE identity.pending_federation;
      REVOKE ALL ON identity.federated_identity FROM dvc_desk;
    `);
  }
}
