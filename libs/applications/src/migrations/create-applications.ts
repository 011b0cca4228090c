import type { MigrationInterface, QueryRunner } from 'typeorm';

export class CreateApplications1795400000008 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE SCHEMA applications;
      GRANT USAGE ON SCHEMA applications TO dvc_portal, dvc_desk, dvc_worker;

      CREATE TABLE applications.draft (
        id uuid PRIMARY KEY,
        person_id uuid NOT NULL REFERENCES identity.person,
        code text NOT NULL,
        revision_id uuid NOT NULL REFERENCES catalogue.revision,
        version integer NOT NULL DEFAULT 1,
        answers_sealed text NOT NULL,
        sources jsonb NOT NULL DEFAULT '{}',
        signing_sealed text,
        created_at timestamptz NOT NULL,
        saved_at timestamptz NOT NULL,
        submitted_at timestamptz,
        supplements uuid,
        supplement_items jsonb,
        CHECK ((supplements IS NULL) = (supplement_items IS NULL))
      );
      CREATE UNIQUE INDEX draft_of_supplement ON applications.draft (supplements);
      CREATE INDEX draft_open_by_person ON applications.draft (person_id, saved_at DESC) WHERE submitted_at IS NULL;

      CREATE TABLE applications.application (
        id uuid PRIMARY KEY,
        number text NOT NULL UNIQUE,
        code text NOT NULL,
        revision_id uuid NOT NULL REFERENCES catalogue.revision,
        person_id uuid NOT NULL REFERENCES identity.person,
        agency_id uuid NOT NULL REFERENCES organisations.agency,
        state jsonb NOT NULL,
        status smallint NOT NULL CHECK (status BETWEEN 1 AND 10),
        waits_for text NOT NULL CHECK (waits_for IN ('citizen', 'officer', 'system', 'nobody')),
        version integer NOT NULL,
        head_hash bytea NOT NULL,
        filed_at timestamptz NOT NULL,
        clock_started_at timestamptz NOT NULL,
        clock_stopped_at timestamptz,
        due_at timestamptz,
        changed_at timestamptz NOT NULL
      ) WITH (fillfactor = 80);
      CREATE INDEX application_by_person ON applications.application (person_id, filed_at DESC);
      CREATE INDEX application_queue ON applications.application (agency_id, due_at) WHERE clock_stopped_at IS NULL;
      CREATE INDEX application_by_agency ON applications.application (agency_id, filed_at DESC);

      CREATE TABLE applications.submission (
        application_id uuid PRIMARY KEY REFERENCES applications.application,
        canonical_sealed text NOT NULL,
        evidence jsonb NOT NULL
      );
      CREATE TABLE applications.answers (
        application_id uuid NOT NULL REFERENCES applications.application,
        version integer NOT NULL,
        answers_sealed text NOT NULL,
        PRIMARY KEY (application_id, version)
      );
      CREATE TABLE applications.event (
        application_id uuid NOT NULL REFERENCES applications.application,
        sequence integer NOT NULL CHECK (sequence > 0),
        type text NOT NULL,
        at timestamptz NOT NULL,
        actor_kind text NOT NULL CHECK (actor_kind IN ('citizen', 'officer', 'system')),
        actor_id uuid,
        agency_id uuid NOT NULL,
        purpose text NOT NULL,
        from_state jsonb,
        to_state jsonb NOT NULL,
        status smallint NOT NULL,
        details_sealed text NOT NULL,
        commitment bytea NOT NULL,
        previous_hash bytea,
        hash bytea NOT NULL,
        idempotency_key uuid NOT NULL,
        PRIMARY KEY (application_id, sequence),
        UNIQUE (application_id, idempotency_key)
      );
      CREATE TABLE applications.outbox (
        id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
        application_id uuid NOT NULL,
        sequence integer NOT NULL,
        type text NOT NULL
      );
      CREATE TABLE applications.number_counter (
        unit_code text NOT NULL,
        day date NOT NULL,
        last integer NOT NULL,
        PRIMARY KEY (unit_code, day)
      ) WITH (fillfactor = 50);

      GRANT SELECT, INSERT, UPDATE, DELETE ON applications.draft TO dvc_portal;
      GRANT SELECT ON applications.application, applications.submission, applications.answers, applications.event
        TO dvc_portal, dvc_desk, dvc_worker;
      GRANT INSERT ON applications.application, applications.submission TO dvc_portal;
      GRANT INSERT ON applications.answers TO dvc_portal;
      GRANT UPDATE (state, status, waits_for, version, head_hash, clock_started_at, clock_stopped_at, due_at, changed_at)
        ON applications.application TO dvc_portal, dvc_desk, dvc_worker;
      GRANT INSERT ON applications.event, applications.outbox TO dvc_portal, dvc_desk, dvc_worker;
      GRANT SELECT, DELETE, UPDATE ON applications.outbox TO dvc_worker;
      GRANT SELECT, INSERT, UPDATE ON applications.number_counter TO dvc_portal;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP SCHEMA applications CASCADE');
  }
}
