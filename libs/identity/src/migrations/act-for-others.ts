import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Who may act for whom. A mandate is written once: the portal can accept and end it, never widen it. What it takes to
 * ask a register no more often than needed lies beside it.
 */
export class ActForOthers1795400001410 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE identity.organisation (
        id uuid PRIMARY KEY,
        tax_code text NOT NULL CONSTRAINT organisation_tax_code_once UNIQUE
          CHECK (tax_code ~ '^[0-9]{10}([0-9]{3})?$'),
        name text NOT NULL,
        legal_representative_id uuid NOT NULL REFERENCES identity.person,
        opened_at timestamptz NOT NULL,
        evidence jsonb NOT NULL
      );
      CREATE INDEX organisation_by_legal_representative ON identity.organisation (legal_representative_id);
      GRANT SELECT, INSERT ON identity.organisation TO dvc_portal;

      CREATE TABLE identity.mandate (
        id uuid PRIMARY KEY,
        kind text NOT NULL
          CHECK (kind IN ('parent', 'guardian', 'spouse', 'legal-representative', 'employee', 'assistant')),
        represented_sealed text,
        represented_index text,
        organisation_id uuid REFERENCES identity.organisation,
        representative_id uuid REFERENCES identity.person,
        invited_index text,
        invited_sealed text,
        scopes jsonb NOT NULL,
        valid_from timestamptz NOT NULL,
        valid_until timestamptz CHECK (valid_until > valid_from),
        granted_how text NOT NULL
          CHECK (granted_how IN ('population-register', 'business-register', 'represented', 'counter')),
        evidence jsonb NOT NULL,
        granted_at timestamptz NOT NULL,
        accepted_at timestamptz,
        ended_at timestamptz,
        ended_by uuid,
        CONSTRAINT mandate_for_one CHECK (
          (represented_sealed IS NULL) = (represented_index IS NULL)
          AND (organisation_id IS NULL) <> (represented_index IS NULL)
          AND (organisation_id IS NOT NULL) = (kind IN ('legal-representative', 'employee'))),
        CONSTRAINT mandate_granted_as_its_kind_is CHECK (granted_how = CASE kind
          WHEN 'parent' THEN 'population-register' WHEN 'spouse' THEN 'population-register'
          WHEN 'guardian' THEN 'counter' WHEN 'legal-representative' THEN 'business-register'
          ELSE 'represented' END),
        CONSTRAINT mandate_of_somebody CHECK (representative_id IS NOT NULL OR invited_index IS NOT NULL),
        CONSTRAINT mandate_that_expires CHECK (
          valid_until IS NOT NULL OR kind IN ('spouse', 'legal-representative'))
      );
      CREATE UNIQUE INDEX mandate_of_a_register_once ON identity.mandate
        (kind, representative_id, coalesce(represented_index, organisation_id::text))
        WHERE ended_at IS NULL AND granted_how IN ('population-register', 'business-register');
      CREATE INDEX mandate_by_representative ON identity.mandate (representative_id);
      CREATE INDEX mandate_by_represented ON identity.mandate (represented_index);
      CREATE INDEX mandate_by_organisation ON identity.mandate (organisation_id);
      CREATE INDEX mandate_by_invited ON identity.mandate (invited_index) WHERE representative_id IS NULL;
      GRANT SELECT, INSERT ON identity.mandate TO dvc_portal;
      GRANT UPDATE (representative_id, accepted_at, ended_at, ended_by) ON identity.mandate TO dvc_portal;
      GRANT INSERT ON identity.mandate TO dvc_desk;

      CREATE TABLE identity.household_look (
        person_id uuid PRIMARY KEY REFERENCES identity.person,
        at timestamptz NOT NULL
      );
      GRANT SELECT, INSERT, UPDATE (at) ON identity.household_look TO dvc_portal;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE identity.household_look, identity.mandate, identity.organisation');
  }
}
