import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Signing in with an identity that another provider vouches for. A request is good for one browser and once; a subject
 * of a provider belongs to one person and a person has one at each. A session knows what it was opened with.
 */
export class SignInElsewhere1795400001310 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE identity.sign_in_request (
        state_hash bytea PRIMARY KEY,
        bound_to bytea NOT NULL,
        provider text NOT NULL CHECK (provider IN ('national', 'foreign')),
        secrets_sealed text NOT NULL,
        wanted_level smallint NOT NULL CHECK (wanted_level BETWEEN 1 AND 2),
        next text NOT NULL,
        expires_at timestamptz NOT NULL
      );
      CREATE INDEX sign_in_request_by_expiry ON identity.sign_in_request (expires_at);

      CREATE TABLE identity.federated_identity (
        issuer text NOT NULL,
        subject text NOT NULL,
        person_id uuid NOT NULL REFERENCES identity.person,
        bound_by text NOT NULL CHECK (bound_by IN ('id-number', 'counter')),
        officer_id uuid,
        bound_at timestamptz NOT NULL,
        PRIMARY KEY (issuer, subject),
        CONSTRAINT federated_identity_one_a_person UNIQUE (issuer, person_id),
        CONSTRAINT federated_identity_officer CHECK ((bound_by = 'counter') = (officer_id IS NOT NULL))
      );
      CREATE INDEX federated_identity_by_person ON identity.federated_identity (person_id);

      ALTER TABLE identity.session ADD COLUMN authenticated_by text NOT NULL DEFAULT 'passkey'
        CHECK (authenticated_by IN ('passkey', 'national-identity', 'foreign-identity'));

      ALTER TABLE identity.risk_event ALTER COLUMN passkey_id DROP NOT NULL;
      ALTER TABLE identity.risk_event DROP CONSTRAINT risk_event_kind_check;
      ALTER TABLE identity.risk_event ADD CONSTRAINT risk_event_kind_check CHECK (kind IN ('counter-regression',
        'backup-eligibility-changed', 'user-handle-differs', 'federated-id-number-differs',
        'federated-subject-differs', 'federated-data-differ'));

      GRANT SELECT, INSERT, DELETE ON identity.sign_in_request TO dvc_portal;
      GRANT SELECT, DELETE ON identity.sign_in_request TO dvc_worker;
      GRANT SELECT, INSERT ON identity.federated_identity TO dvc_portal;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP TABLE identity.sign_in_request, identity.federated_identity;
      ALTER TABLE identity.session DROP COLUMN authenticated_by;
    `);
  }
}
