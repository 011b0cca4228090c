import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * What two officers decide at a counter beside who somebody is: whose a foreign identity is, who is a guardian, and that
 * somebody is one no longer. The desk alone writes it; of mandates it can end guardianships and no others.
 */
export class DecideMattersAtCounters1795400002110 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE identity.counter_matter (
        id uuid PRIMARY KEY,
        kind text NOT NULL CHECK (kind IN ('foreign-identity', 'guardianship', 'guardianship-end')),
        content_sealed text NOT NULL,
        agency_id uuid NOT NULL REFERENCES organisations.agency,
        state text NOT NULL CHECK (state IN ('open', 'checked', 'approved', 'refused')),
        first_officer uuid NOT NULL REFERENCES organisations.officer,
        opened_at timestamptz NOT NULL,
        checked_at timestamptz,
        expires_at timestamptz NOT NULL,
        second_officer uuid REFERENCES organisations.officer,
        reason text CHECK (reason IN ('document-doubtful', 'face-differs', 'data-differ', 'not-of-own-will')),
        decided_at timestamptz,
        CONSTRAINT counter_matter_by_two CHECK (second_officer <> first_officer),
        CONSTRAINT counter_matter_in_order CHECK (CASE state
          WHEN 'open' THEN checked_at IS NULL AND second_officer IS NULL
          WHEN 'checked' THEN checked_at IS NOT NULL AND second_officer IS NULL
          ELSE checked_at IS NOT NULL AND second_officer IS NOT NULL AND decided_at IS NOT NULL
            AND (state = 'refused') = (reason IS NOT NULL) END)
      );
      CREATE INDEX counter_matter_by_agency ON identity.counter_matter (agency_id) WHERE state = 'checked';
      GRANT SELECT, INSERT,
        UPDATE (state, content_sealed, checked_at, second_officer, reason, decided_at)
        ON identity.counter_matter TO dvc_desk;
      GRANT SELECT, DELETE ON identity.counter_matter TO dvc_worker;

      GRANT INSERT ON identity.person TO dvc_desk;
      GRANT SELECT (id, kind, represented_index, representative_id, valid_until, ended_at)
        ON identity.mandate TO dvc_desk;
      CREATE FUNCTION identity.end_guardianship(mandate_id uuid, officer uuid, at timestamptz) RETURNS boolean
        LANGUAGE sql SECURITY DEFINER SET search_path = pg_catalog, pg_temp
        AS $$
          WITH ended AS (
            UPDATE identity.mandate SET ended_at = at, ended_by = officer
             WHERE id = mandate_id AND kind = 'guardian' AND ended_at IS NULL RETURNING id
          ) SELECT EXISTS (SELECT FROM ended)
        $$;
      REVOKE ALL ON FUNCTION identity.end_guardianship FROM PUBLIC;
      GRANT EXECUTE ON FUNCTION identity.end_guardianship TO dvc_desk;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP FUNCTION identity.end_guardianship;
      DROP TABLE identity.counter_matter;
      REVOKE INSERT ON identity.person FROM dvc_desk;
      REVOKE SELECT (kind, representative_id, valid_until, ended_at) ON identity.mandate FROM dvc_desk;
    `);
  }
}
