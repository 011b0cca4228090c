import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Draft revisions of service definitions, every text they ever had, and what was proposed and decided. */
export class OpenTheDesignersRoom1795400003431 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE SCHEMA designing;
      GRANT USAGE ON SCHEMA designing TO dvc_desk;

      CREATE TABLE designing.draft_revision (
        id uuid PRIMARY KEY,
        code text NOT NULL,
        title text NOT NULL,
        version integer NOT NULL CHECK (version > 0),
        based_on uuid REFERENCES catalogue.revision,
        begun_at timestamptz NOT NULL,
        ended_at timestamptz,
        outcome text CHECK (outcome IN ('published', 'discarded')),
        revision_id uuid REFERENCES catalogue.revision,
        CHECK ((ended_at IS NULL) = (outcome IS NULL)),
        CHECK ((outcome = 'published') = (revision_id IS NOT NULL) OR outcome IS NULL)
      );
      CREATE UNIQUE INDEX draft_revision_open ON designing.draft_revision (code) WHERE ended_at IS NULL;
      CREATE INDEX draft_revision_published ON designing.draft_revision (revision_id);

      CREATE TABLE designing.saved_text (
        draft_id uuid NOT NULL REFERENCES designing.draft_revision,
        version integer NOT NULL,
        text text NOT NULL,
        how text NOT NULL CHECK (how IN ('begun', 'typed', 'uploaded', 'restored', 'filled-in')),
        saved_by uuid NOT NULL REFERENCES organisations.officer,
        saved_at timestamptz NOT NULL,
        PRIMARY KEY (draft_id, version)
      );

      CREATE TABLE designing.proposal (
        id uuid PRIMARY KEY,
        draft_id uuid NOT NULL REFERENCES designing.draft_revision,
        version integer NOT NULL,
        in_force_on date NOT NULL,
        reason text NOT NULL,
        proposed_by uuid NOT NULL REFERENCES organisations.officer,
        proposed_at timestamptz NOT NULL,
        outcome text CHECK (outcome IN ('approved', 'returned', 'withdrawn')),
        decided_by uuid REFERENCES organisations.officer,
        decided_at timestamptz,
        decision_reason text,
        canonical text,
        evidence jsonb,
        FOREIGN KEY (draft_id, version) REFERENCES designing.saved_text,
        CHECK ((outcome IS NULL) = (decided_by IS NULL) AND (outcome IS NULL) = (decided_at IS NULL)),
        CONSTRAINT proposal_takes_two CHECK (outcome <> 'approved' OR decided_by <> proposed_by),
        CONSTRAINT proposal_is_signed CHECK (outcome <> 'approved' OR evidence IS NOT NULL AND canonical IS NOT NULL)
      );
      CREATE UNIQUE INDEX proposal_open ON designing.proposal (draft_id) WHERE outcome IS NULL;

      GRANT SELECT, INSERT ON ALL TABLES IN SCHEMA designing TO dvc_desk;
      GRANT UPDATE (title, version, ended_at, outcome, revision_id) ON designing.draft_revision TO dvc_desk;
      GRANT UPDATE (outcome, decided_by, decided_at, decision_reason, canonical, evidence)
        ON designing.proposal TO dvc_desk;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP SCHEMA designing CASCADE');
  }
}
