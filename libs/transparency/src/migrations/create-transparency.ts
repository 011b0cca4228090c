import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Questions of people about accesses to their data. Question and answer are sealed; each is written once. */
export class CreateTransparency1795400001610 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE SCHEMA transparency;
      GRANT USAGE ON SCHEMA transparency TO dvc_portal, dvc_desk;

      CREATE TABLE transparency.access_question (
        id uuid PRIMARY KEY,
        access_id uuid NOT NULL UNIQUE REFERENCES audit.access_event,
        person_id uuid NOT NULL REFERENCES identity.person,
        agency_id uuid REFERENCES organisations.agency,
        asked_at timestamptz NOT NULL,
        due_at timestamptz NOT NULL,
        question_sealed text NOT NULL,
        answered_at timestamptz,
        answered_by uuid REFERENCES organisations.officer,
        answer_sealed text,
        CONSTRAINT access_question_answered_whole CHECK (
          (answered_at IS NULL) = (answer_sealed IS NULL) AND (answered_at IS NULL) = (answered_by IS NULL))
      );
      CREATE INDEX access_question_by_person ON transparency.access_question (person_id, asked_at DESC);
      CREATE INDEX access_question_open ON transparency.access_question (agency_id, due_at) WHERE answered_at IS NULL;

      GRANT SELECT ON transparency.access_question TO dvc_portal, dvc_desk;
      GRANT INSERT ON transparency.access_question TO dvc_portal;
      GRANT UPDATE (answered_at, answered_by, answer_sealed) ON transparency.access_question TO dvc_desk;
      GRANT INSERT ON notifications.inbox_entry TO dvc_desk;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP SCHEMA transparency CASCADE');
  }
}
