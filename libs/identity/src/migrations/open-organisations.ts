import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * The account of an organisation: asked for by one legal representative, waiting for the others, bound to one, and
 * lapsed where the business register no longer stands behind it. The desk learns who that one is, by id alone, so that
 * nobody handles the matter of an enterprise they represent.
 */
export class OpenOrganisations1795400002010 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE identity.organisation
        ADD COLUMN checked_at timestamptz,
        ADD COLUMN lapsed_at timestamptz,
        ADD COLUMN lapsed_because text CHECK (lapsed_because IN ('representative-changed', 'not-active')),
        ADD CONSTRAINT organisation_lapsed_why CHECK ((lapsed_at IS NULL) = (lapsed_because IS NULL));
      UPDATE identity.organisation SET checked_at = opened_at;
      ALTER TABLE identity.organisation ALTER COLUMN checked_at SET NOT NULL;
      GRANT UPDATE (name, legal_representative_id, evidence, checked_at, lapsed_at, lapsed_because)
        ON identity.organisation TO dvc_portal;
      GRANT SELECT (id, legal_representative_id) ON identity.organisation TO dvc_desk;
      GRANT SELECT (organisation_id) ON identity.mandate TO dvc_desk;

      CREATE TABLE identity.organisation_request (
        id uuid PRIMARY KEY,
        tax_code text NOT NULL CHECK (tax_code ~ '^[0-9]{10}([0-9]{3})?$'),
        name text NOT NULL,
        requested_by uuid NOT NULL REFERENCES identity.person,
        requested_at timestamptz NOT NULL,
        expires_at timestamptz NOT NULL CHECK (expires_at > requested_at),
        closed_at timestamptz,
        outcome text CHECK (outcome IN ('opened', 'refused', 'withdrawn', 'expired', 'register-changed')),
        CONSTRAINT organisation_request_closed_how CHECK ((closed_at IS NULL) = (outcome IS NULL))
      );
      CREATE UNIQUE INDEX organisation_request_open_once ON identity.organisation_request (tax_code)
        WHERE closed_at IS NULL;
      CREATE INDEX organisation_request_by_person ON identity.organisation_request (requested_by);
      GRANT SELECT, INSERT, UPDATE (closed_at, outcome) ON identity.organisation_request TO dvc_portal;

      CREATE TABLE identity.organisation_consent (
        request_id uuid NOT NULL REFERENCES identity.organisation_request,
        person_index text NOT NULL,
        name_sealed text NOT NULL,
        answered_at timestamptz,
        answer text CHECK (answer IN ('consented', 'refused')),
        answered_by uuid REFERENCES identity.person,
        PRIMARY KEY (request_id, person_index),
        CONSTRAINT organisation_consent_answered_by_somebody CHECK (
          (answer IS NULL) = (answered_at IS NULL) AND (answer IS NULL) = (answered_by IS NULL))
      );
      CREATE INDEX organisation_consent_by_person ON identity.organisation_consent (person_index);
      GRANT SELECT, INSERT, UPDATE (answered_at, answer, answered_by) ON identity.organisation_consent
        TO dvc_portal;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP TABLE identity.organisation_consent, identity.organisation_request;
      REVOKE SELECT (organisation_id) ON identity.mandate FROM dvc_desk;
      REVOKE SELECT (id, legal_representative_id) ON identity.organisation FROM dvc_desk;
      ALTER TABLE identity.organisation
        DROP COLUMN checked_at, DROP COLUMN lapsed_at, DROP COLUMN lapsed_because;
    `);
  }
}
