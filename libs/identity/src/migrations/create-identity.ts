import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * People, passkeys, sessions and what a ceremony needs. Portal and desk share the tables, but row-level security
 * keeps each app to its own audience: a portal that was broken into cannot make itself an officer.
 */
export class CreateIdentity1795400000003 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(tables);
    for (const table of ['passkey', 'challenge', 'session', 'risk_event'])
      await runner.query(perAudience(table));
    await runner.query(grants);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP SCHEMA identity CASCADE');
  }
}

const audience = `audience text NOT NULL CHECK (audience IN ('portal', 'desk'))`;

const tables = `
  CREATE SCHEMA identity;

  CREATE TABLE identity.person (
    id uuid PRIMARY KEY,
    id_number_sealed text NOT NULL,
    id_number_index text NOT NULL CONSTRAINT person_id_number_once UNIQUE,
    full_name text NOT NULL,
    birth_date date NOT NULL,
    sex text NOT NULL CHECK (sex IN ('male', 'female')),
    phone_sealed text,
    assurance smallint NOT NULL CHECK (assurance BETWEEN 0 AND 2),
    evidence jsonb NOT NULL,
    created_at timestamptz NOT NULL
  );

  CREATE TABLE identity.passkey (
    id uuid PRIMARY KEY,
    ${audience},
    owner_id uuid NOT NULL,
    credential_id bytea NOT NULL CHECK (length(credential_id) BETWEEN 1 AND 1023),
    public_key bytea NOT NULL,
    user_handle bytea NOT NULL CHECK (length(user_handle) = 64),
    sign_count bigint NOT NULL,
    aaguid uuid NOT NULL,
    name text,
    transports text[] NOT NULL,
    backup_eligible boolean NOT NULL,
    backed_up boolean NOT NULL,
    created_at timestamptz NOT NULL,
    last_used_at timestamptz,
    CONSTRAINT passkey_credential_once UNIQUE (audience, credential_id)
  );
  CREATE INDEX passkey_by_owner ON identity.passkey (owner_id);

  CREATE TABLE identity.challenge (
    hash bytea PRIMARY KEY,
    ${audience},
    purpose text NOT NULL CHECK (purpose IN ('register', 'sign-in', 'step-up', 'sign')),
    bound_to bytea,
    owner_id uuid,
    user_handle bytea,
    digest bytea CHECK (length(digest) = 32),
    expires_at timestamptz NOT NULL,
    CONSTRAINT challenge_bound_to_its_browser CHECK (purpose = 'sign' OR bound_to IS NOT NULL),
    CONSTRAINT challenge_for_its_owner CHECK ((purpose = 'sign-in') = (owner_id IS NULL)),
    CONSTRAINT challenge_with_user_handle CHECK ((purpose = 'register') = (user_handle IS NOT NULL)),
    CONSTRAINT challenge_with_digest CHECK ((purpose = 'sign') = (digest IS NOT NULL))
  );
  CREATE INDEX challenge_by_expiry ON identity.challenge (expires_at);

  CREATE TABLE identity.session (
    id uuid PRIMARY KEY,
    token_hash bytea NOT NULL UNIQUE,
    ${audience},
    owner_id uuid NOT NULL,
    created_at timestamptz NOT NULL,
    authenticated_at timestamptz NOT NULL,
    last_seen_at timestamptz NOT NULL,
    expires_at timestamptz NOT NULL,
    user_agent text NOT NULL,
    network text NOT NULL
  );
  CREATE INDEX session_by_owner ON identity.session (owner_id);
  CREATE INDEX session_by_expiry ON identity.session (expires_at);

  CREATE TABLE identity.sign_up (
    pre_session bytea PRIMARY KEY,
    person_id uuid NOT NULL,
    code_index text NOT NULL,
    claims_sealed text,
    next text NOT NULL,
    tries smallint NOT NULL,
    proved_at timestamptz,
    expires_at timestamptz NOT NULL
  );

  CREATE TABLE identity.enrolment (
    token_hash bytea PRIMARY KEY,
    officer_id uuid NOT NULL REFERENCES organisations.officer,
    created_at timestamptz NOT NULL,
    expires_at timestamptz NOT NULL,
    used_at timestamptz
  );

  CREATE TABLE identity.risk_event (
    id uuid PRIMARY KEY,
    ${audience},
    owner_id uuid NOT NULL,
    passkey_id uuid NOT NULL,
    kind text NOT NULL CHECK (kind IN ('counter-regression', 'backup-eligibility-changed', 'user-handle-differs')),
    facts jsonb NOT NULL,
    at timestamptz NOT NULL
  );

  -- The shape rate-limiter-flexible works with: the order of the columns counts.
  CREATE TABLE identity.throttle (
    key varchar(255) PRIMARY KEY,
    points integer NOT NULL DEFAULT 0,
    expire bigint
  );
`;

function perAudience(table: string): string {
  return `
    ALTER TABLE identity.${table} ENABLE ROW LEVEL SECURITY;
    CREATE POLICY portal ON identity.${table} TO dvc_portal
      USING (audience = 'portal') WITH CHECK (audience = 'portal');
    CREATE POLICY desk ON identity.${table} TO dvc_desk
      USING (audience = 'desk') WITH CHECK (audience = 'desk');
    CREATE POLICY worker ON identity.${table} TO dvc_worker USING (true);
  `;
}

const grants = `
  GRANT USAGE ON SCHEMA identity TO dvc_portal, dvc_desk, dvc_worker;
  GRANT SELECT, INSERT ON identity.person TO dvc_portal;
  GRANT SELECT (id, full_name, id_number_index) ON identity.person TO dvc_desk;
  GRANT SELECT (id, full_name, id_number_index) ON identity.person TO dvc_desk;
  GRANT SELECT, INSERT ON identity.passkey TO dvc_portal, dvc_desk;
  GRANT UPDATE (sign_count, backed_up, last_used_at) ON identity.passkey TO dvc_portal, dvc_desk;
  GRANT SELECT, INSERT, UPDATE, DELETE ON identity.challenge, identity.session TO dvc_portal, dvc_desk;
  GRANT SELECT, INSERT, UPDATE, DELETE ON identity.sign_up TO dvc_portal;
  GRANT SELECT, INSERT ON identity.enrolment TO dvc_desk;
  GRANT UPDATE (used_at) ON identity.enrolment TO dvc_desk;
  GRANT INSERT ON identity.risk_event TO dvc_portal, dvc_desk;
  GRANT SELECT, INSERT, UPDATE ON identity.throttle TO dvc_portal, dvc_desk;
  GRANT SELECT, DELETE ON identity.challenge, identity.session, identity.sign_up, identity.throttle TO dvc_worker;
`;
