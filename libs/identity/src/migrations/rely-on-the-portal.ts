import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * The portal as the OpenID provider of other systems of the State: what it remembers, sealed and gone when it is over,
 * and to whom a person allowed what. A consent is never changed into another: it ends, and the next one is a new row.
 */
export class RelyOnThePortal1795400001330 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE identity.openid_item (
        provider text NOT NULL CHECK (provider = 'portal'),
        model text NOT NULL,
        id bytea NOT NULL,
        payload text NOT NULL,
        grant_id bytea,
        uid bytea,
        consumed_at timestamptz,
        expires_at timestamptz NOT NULL,
        PRIMARY KEY (provider, model, id)
      );
      CREATE INDEX openid_item_by_expiry ON identity.openid_item (expires_at);
      CREATE INDEX openid_item_by_grant ON identity.openid_item (provider, grant_id);
      CREATE INDEX openid_item_by_uid ON identity.openid_item (provider, uid);

      CREATE TABLE identity.openid_key (
        provider text PRIMARY KEY CHECK (provider = 'portal'),
        key_sealed text NOT NULL,
        created_at timestamptz NOT NULL
      );

      CREATE TABLE identity.consent (
        id uuid PRIMARY KEY,
        person_id uuid NOT NULL REFERENCES identity.person,
        client_id text NOT NULL,
        scopes text[] NOT NULL CHECK (cardinality(scopes) > 0),
        words_hash bytea NOT NULL,
        given_at timestamptz NOT NULL,
        last_used_at timestamptz NOT NULL,
        ended_at timestamptz
      );
      CREATE UNIQUE INDEX consent_in_force ON identity.consent (person_id, client_id) WHERE ended_at IS NULL;
      CREATE INDEX consent_by_person ON identity.consent (person_id);

      CREATE TABLE identity.consent_grant (
        grant_hash bytea PRIMARY KEY,
        consent_id uuid NOT NULL REFERENCES identity.consent,
        expires_at timestamptz NOT NULL
      );
      CREATE INDEX consent_grant_by_consent ON identity.consent_grant (consent_id);
      CREATE INDEX consent_grant_by_expiry ON identity.consent_grant (expires_at);

      GRANT SELECT, INSERT, UPDATE, DELETE ON identity.openid_item TO dvc_portal;
      GRANT SELECT, INSERT ON identity.openid_key TO dvc_portal;
      GRANT SELECT, INSERT, UPDATE (last_used_at, ended_at) ON identity.consent TO dvc_portal;
      GRANT SELECT, INSERT, UPDATE (consent_id), DELETE ON identity.consent_grant TO dvc_portal;
      GRANT SELECT, DELETE ON identity.openid_item, identity.consent_grant TO dvc_worker;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(
      'DROP TABLE identity.consent_grant, identity.consent, identity.openid_item, identity.openid_key',
    );
  }
}
