import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Requests to be checked at a counter. The portal makes them and can say no more of them than that a browser is done;
 * what officers found is written by the desk alone, and the same officer is never both of the two.
 */
export class CheckAtCounters1795400001220 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE identity.counter_request (
        id uuid PRIMARY KEY,
        purpose text NOT NULL CHECK (purpose IN ('raise', 'unlock', 'recovery')),
        person_id uuid REFERENCES identity.person,
        id_number_sealed text NOT NULL,
        code_index text NOT NULL CONSTRAINT counter_request_code_once UNIQUE,
        code_sealed text NOT NULL,
        pre_session bytea,
        next text NOT NULL,
        created_at timestamptz NOT NULL,
        expires_at timestamptz NOT NULL,
        state text NOT NULL DEFAULT 'waiting'
          CHECK (state IN ('waiting', 'checked', 'approved', 'refused')),
        agency_id uuid REFERENCES organisations.agency,
        first_officer uuid REFERENCES organisations.officer,
        opened_at timestamptz,
        document text CHECK (document IN ('identity-card', 'passport', 'residence-card')),
        document_tail text CHECK (char_length(document_tail) = 4),
        checked_at timestamptz,
        second_officer uuid REFERENCES organisations.officer,
        reason text CHECK (reason IN ('document-doubtful', 'face-differs', 'data-differ', 'not-of-own-will')),
        decided_at timestamptz,
        CONSTRAINT counter_request_bound_to_a_browser CHECK ((purpose = 'raise') = (pre_session IS NULL)),
        CONSTRAINT counter_request_by_two CHECK (second_officer <> first_officer),
        CONSTRAINT counter_request_in_order CHECK (CASE state
          WHEN 'waiting' THEN checked_at IS NULL AND second_officer IS NULL
          WHEN 'checked' THEN first_officer IS NOT NULL AND document IS NOT NULL AND second_officer IS NULL
          ELSE first_officer IS NOT NULL AND document IS NOT NULL AND second_officer IS NOT NULL
            AND (state = 'refused') = (reason IS NOT NULL) END)
      );
      CREATE INDEX counter_request_by_person ON identity.counter_request (person_id, created_at DESC);
      CREATE INDEX counter_request_by_browser ON identity.counter_request (pre_session);
      CREATE INDEX counter_request_by_agency ON identity.counter_request (agency_id) WHERE state = 'checked';
      GRANT SELECT, DELETE,
        INSERT (id, purpose, person_id, id_number_sealed, code_index, code_sealed, pre_session, next, created_at, expires_at)
        ON identity.counter_request TO dvc_portal;
      GRANT SELECT,
        UPDATE (state, expires_at, agency_id, first_officer, opened_at, document, document_tail, checked_at,
          second_officer, reason, decided_at)
        ON identity.counter_request TO dvc_desk;
      GRANT SELECT, DELETE ON identity.counter_request TO dvc_worker;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE identity.counter_request');
  }
}
