import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What the identity providers of the sandbox remember, each under its own name: sealed, and gone when it is over. */
export class KeepOpenid1795400001300 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE national.openid_item (
        provider text NOT NULL CHECK (provider IN ('national', 'foreign')),
        model text NOT NULL,
        id bytea NOT NULL,
        payload text NOT NULL,
        grant_id bytea,
        uid bytea,
        consumed_at timestamptz,
        expires_at timestamptz NOT NULL,
        PRIMARY KEY (provider, model, id)
      );
      CREATE INDEX openid_item_by_expiry ON national.openid_item (expires_at);
      CREATE INDEX openid_item_by_grant ON national.openid_item (provider, grant_id);
      CREATE INDEX openid_item_by_uid ON national.openid_item (provider, uid);

      CREATE TABLE national.openid_key (
        provider text PRIMARY KEY CHECK (provider IN ('national', 'foreign')),
        key_sealed text NOT NULL,
        created_at timestamptz NOT NULL
      );

      GRANT SELECT, INSERT, UPDATE, DELETE ON national.openid_item TO dvc_national;
      GRANT SELECT, INSERT ON national.openid_key TO dvc_national;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE national.openid_item, national.openid_key');
  }
}
