import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Which agencies were asked about an application, by which event, until when, and what came of it. */
export class ConsultAgencies1795400002810 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE applications.consultation (
        application_id uuid NOT NULL REFERENCES applications.application,
        sequence integer NOT NULL,
        agency_id uuid NOT NULL REFERENCES organisations.agency,
        question_sealed text NOT NULL,
        asked_at timestamptz NOT NULL,
        due_at timestamptz NOT NULL,
        silence text NOT NULL CHECK (silence IN ('agrees', 'is-awaited')),
        state text NOT NULL CHECK (state IN ('open', 'agreed', 'objected', 'silent', 'closed')),
        answered_at timestamptz,
        answered_by uuid REFERENCES organisations.officer,
        answer_key uuid,
        answer_sealed text,
        escalated_at timestamptz,
        superior_id uuid REFERENCES organisations.agency,
        PRIMARY KEY (application_id, sequence, agency_id),
        CONSTRAINT consultation_answered CHECK (
          (state IN ('agreed', 'objected')) = (answered_by IS NOT NULL)
          AND (answered_by IS NULL) = (answer_key IS NULL)
          AND (answered_by IS NULL) = (answered_at IS NULL))
      );
      CREATE INDEX consultation_of_agency ON applications.consultation (agency_id, due_at) WHERE state = 'open';
      CREATE INDEX consultation_above ON applications.consultation (superior_id) WHERE state = 'open';
      CREATE INDEX consultation_due ON applications.consultation (due_at)
        WHERE state = 'open' AND escalated_at IS NULL;
      GRANT SELECT ON applications.consultation TO dvc_portal, dvc_desk, dvc_worker;
      GRANT INSERT, UPDATE (state, escalated_at, superior_id) ON applications.consultation TO dvc_worker;
      GRANT UPDATE (state, answered_at, answered_by, answer_key, answer_sealed)
        ON applications.consultation TO dvc_desk;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE applications.consultation');
  }
}
