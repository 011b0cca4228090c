import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What an export says differently waits for a designer. */
export class ReviewImports1795400003450 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE catalogue.row_change (
        id uuid PRIMARY KEY,
        code text NOT NULL,
        title text NOT NULL,
        ministry text NOT NULL,
        parts text[] NOT NULL,
        facts jsonb NOT NULL,
        flags jsonb NOT NULL,
        digest text NOT NULL,
        proposed_at timestamptz NOT NULL,
        outcome text CHECK (outcome IN ('accepted', 'dismissed', 'superseded')),
        decided_by uuid REFERENCES organisations.officer,
        decided_at timestamptz,
        CHECK ((outcome IS NULL) = (decided_at IS NULL)),
        CHECK ((outcome IN ('accepted', 'dismissed')) = (decided_by IS NOT NULL) OR outcome IS NULL)
      );
      CREATE UNIQUE INDEX row_change_open ON catalogue.row_change (code) WHERE outcome IS NULL;
      CREATE INDEX row_change_dismissed ON catalogue.row_change (code) WHERE outcome = 'dismissed';
      GRANT SELECT, INSERT, UPDATE (outcome, decided_by, decided_at) ON catalogue.row_change TO dvc_desk;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE catalogue.row_change');
  }
}
