import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What is proposed is walked through the engine by the worker before it can be published. */
export class WalkWhatIsProposed1795400003680 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE designing.proposal
        ADD COLUMN walk_queued boolean NOT NULL DEFAULT false,
        ADD COLUMN walked_at timestamptz,
        ADD COLUMN walk_steps integer,
        ADD COLUMN walk_findings jsonb,
        ADD CHECK ((walked_at IS NULL) = (walk_findings IS NULL) AND (walked_at IS NULL) = (walk_steps IS NULL));
      -- What was approved before there was a walk stays so.
      ALTER TABLE designing.proposal ADD CONSTRAINT proposal_is_walked
        CHECK (outcome <> 'approved' OR walk_findings IS NOT NULL AND walk_findings = '[]') NOT VALID;
      CREATE INDEX proposal_to_walk ON designing.proposal (id) WHERE NOT walk_queued AND outcome IS NULL;
      GRANT USAGE ON SCHEMA designing TO dvc_worker;
      GRANT SELECT ON designing.proposal, designing.saved_text TO dvc_worker;
      GRANT UPDATE (walk_queued, walked_at, walk_steps, walk_findings) ON designing.proposal TO dvc_worker;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      REVOKE ALL ON ALL TABLES IN SCHEMA designing FROM dvc_worker;
      REVOKE USAGE ON SCHEMA designing FROM dvc_worker;
      ALTER TABLE designing.proposal DROP COLUMN walk_queued, DROP COLUMN walked_at, DROP COLUMN walk_steps,
        DROP COLUMN walk_findings;
    `);
  }
}
