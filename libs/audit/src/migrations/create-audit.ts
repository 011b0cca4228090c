import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * The record of who saw personal data. The apps can only add to it; a trigger stops even the owner of the database
 * from changing what stands, short of taking the trigger away.
 */
export class CreateAudit1795400000001 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE SCHEMA audit;
      GRANT USAGE ON SCHEMA audit TO dvc_portal, dvc_desk, dvc_worker;

      CREATE TABLE audit.access_event (
        id uuid PRIMARY KEY,
        at timestamptz NOT NULL,
        actor_kind text NOT NULL CHECK (actor_kind IN ('officer', 'system', 'citizen')),
        actor_id uuid,
        agency_id uuid,
        purpose text NOT NULL CHECK (purpose ~ '^[a-z][a-z-]*$'),
        subject_person_id uuid,
        case_id uuid,
        what text NOT NULL CHECK (what IN ('queue-row', 'case-file', 'attachment', 'register-query')),
        CONSTRAINT access_event_names_its_actor CHECK (actor_kind = 'system' OR actor_id IS NOT NULL),
        CONSTRAINT access_event_names_the_agency CHECK (actor_kind <> 'officer' OR agency_id IS NOT NULL)
      );
      CREATE INDEX access_event_by_subject ON audit.access_event (subject_person_id, at DESC);
      CREATE INDEX access_event_by_case ON audit.access_event (case_id, at DESC);

      CREATE FUNCTION audit.refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        RAISE EXCEPTION 'Rows of %.% are never changed or deleted', TG_TABLE_SCHEMA, TG_TABLE_NAME;
      END $$;
      CREATE TRIGGER access_event_stands BEFORE UPDATE OR DELETE OR TRUNCATE ON audit.access_event
        FOR EACH STATEMENT EXECUTE FUNCTION audit.refuse_change();

      GRANT INSERT ON audit.access_event TO dvc_portal, dvc_desk, dvc_worker;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP SCHEMA audit CASCADE');
  }
}
