import type { MigrationInterface, QueryRunner } from 'typeorm';

/** An act on many applications: what was chosen, as it was seen, and what came of each. */
export class ActOnMany1795400003120 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE applications.batch (
        id uuid PRIMARY KEY,
        officer_id uuid NOT NULL REFERENCES organisations.officer,
        act text NOT NULL CHECK (act IN ('receive', 'assign', 'return-result')),
        assignee_id uuid REFERENCES organisations.officer,
        made_at timestamptz NOT NULL,
        begun_at timestamptz
      );
      CREATE TABLE applications.batch_item (
        batch_id uuid NOT NULL REFERENCES applications.batch,
        nth smallint NOT NULL,
        application_id uuid NOT NULL REFERENCES applications.application,
        version integer NOT NULL,
        idempotency_key uuid NOT NULL,
        outcome text,
        PRIMARY KEY (batch_id, application_id)
      );
      GRANT SELECT, INSERT ON applications.batch, applications.batch_item TO dvc_desk;
      GRANT UPDATE (assignee_id, begun_at) ON applications.batch TO dvc_desk;
      GRANT UPDATE (outcome) ON applications.batch_item TO dvc_desk;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE applications.batch_item, applications.batch');
  }
}
