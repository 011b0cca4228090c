import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Who works on an application; the rules by which an agency gives out its work; who is away, and who stands in; that an
 * application lost its officer, as a notice at the desk.
 */
export class AssignApplications1795400003100 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE applications.application ADD COLUMN assigned_to uuid REFERENCES organisations.officer;
      GRANT UPDATE (assigned_to) ON applications.application TO dvc_desk, dvc_worker;
      CREATE INDEX application_assigned ON applications.application (agency_id, assigned_to)
        WHERE assigned_to IS NOT NULL AND waits_for <> 'nobody';

      CREATE TABLE applications.assignment_rule (
        id uuid PRIMARY KEY,
        agency_id uuid NOT NULL REFERENCES organisations.agency,
        commune_code text,
        field text,
        officers uuid[] NOT NULL,
        made_by uuid NOT NULL REFERENCES organisations.officer,
        made_at timestamptz NOT NULL
      );
      CREATE INDEX assignment_rule_of_agency ON applications.assignment_rule (agency_id);
      GRANT SELECT, INSERT, DELETE ON applications.assignment_rule TO dvc_desk;
      GRANT SELECT ON applications.assignment_rule TO dvc_worker;

      CREATE TABLE applications.absence (
        id uuid PRIMARY KEY,
        agency_id uuid NOT NULL REFERENCES organisations.agency,
        officer_id uuid NOT NULL REFERENCES organisations.officer,
        deputy_id uuid NOT NULL REFERENCES organisations.officer CHECK (deputy_id <> officer_id),
        from_day date NOT NULL,
        until_day date NOT NULL CHECK (until_day >= from_day),
        noted_by uuid NOT NULL REFERENCES organisations.officer,
        noted_at timestamptz NOT NULL
      );
      CREATE INDEX absence_of_agency ON applications.absence (agency_id, until_day);
      GRANT SELECT, INSERT ON applications.absence TO dvc_desk;
      GRANT UPDATE (until_day), DELETE ON applications.absence TO dvc_desk;
      GRANT SELECT ON applications.absence TO dvc_worker;

      ALTER TABLE applications.notice DROP CONSTRAINT notice_kind_check,
        ADD CONSTRAINT notice_kind_check CHECK (kind IN ('warn', 'overdue', 'promise-missed', 'unassigned'));
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DELETE FROM applications.notice WHERE kind = 'unassigned';
      ALTER TABLE applications.notice DROP CONSTRAINT notice_kind_check,
        ADD CONSTRAINT notice_kind_check CHECK (kind IN ('warn', 'overdue', 'promise-missed'));
      DROP TABLE applications.absence, applications.assignment_rule;
      ALTER TABLE applications.application DROP COLUMN assigned_to;
    `);
  }
}
