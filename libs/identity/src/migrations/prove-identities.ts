import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * How and when an identity was shown to be true, one row each time; and what may be said against using it: that its
 * holder locked it, that a recovery is too recent. Two officers stand behind every proof at a counter.
 */
export class ProveIdentities1795400001210 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE identity.proofing (
        id uuid PRIMARY KEY,
        person_id uuid NOT NULL REFERENCES identity.person,
        method text NOT NULL CHECK (method IN ('register-and-phone', 'national-identity', 'counter')),
        level smallint NOT NULL CHECK (level BETWEEN 1 AND 2),
        at timestamptz NOT NULL,
        evidence jsonb NOT NULL,
        officers uuid[] NOT NULL DEFAULT '{}',
        CONSTRAINT proofing_by_two_at_a_counter CHECK (
          CASE method WHEN 'counter' THEN cardinality(officers) = 2 AND officers[1] <> officers[2]
          ELSE cardinality(officers) = 0 END)
      );
      CREATE INDEX proofing_by_person ON identity.proofing (person_id, at DESC);
      GRANT SELECT, INSERT ON identity.proofing TO dvc_portal;
      GRANT INSERT ON identity.proofing TO dvc_desk;

      ALTER TABLE identity.person ADD COLUMN locked_at timestamptz, ADD COLUMN held_until timestamptz;
      GRANT UPDATE (assurance, locked_at, held_until) ON identity.person TO dvc_portal, dvc_desk;
      GRANT SELECT (assurance, locked_at, held_until) ON identity.person TO dvc_desk;

      -- Row-level security keeps the desk from the portal's sessions, and this is all it may do to them.
      CREATE FUNCTION identity.end_citizen_sessions(person uuid) RETURNS void
        LANGUAGE sql SECURITY DEFINER SET search_path = pg_catalog, pg_temp
        AS $$ DELETE FROM identity.session WHERE audience = 'portal' AND owner_id = person $$;
      REVOKE ALL ON FUNCTION identity.end_citizen_sessions FROM PUBLIC;
      GRANT EXECUTE ON FUNCTION identity.end_citizen_sessions TO dvc_portal, dvc_desk;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP FUNCTION identity.end_citizen_sessions;
      ALTER TABLE identity.person DROP COLUMN locked_at, DROP COLUMN held_until;
      DROP TABLE identity.proofing;
    `);
  }
}
