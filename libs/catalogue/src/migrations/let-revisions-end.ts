import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Until when may be filed under a revision that another one follows, and from when a procedure takes no applications any
 * more. `accepts` is asked within the statement that files: it waits for a withdrawal that is under way and then sees it
 * (volatile: each of its queries has a snapshot of its own), so that an application is in before it or refused.
 */
export class LetRevisionsEnd1795400003140 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE catalogue.revision ADD COLUMN filable_until timestamptz;
      UPDATE catalogue.revision AS old SET filable_until = next.published_at + interval '30 days'
        FROM catalogue.revision AS next WHERE next.code = old.code AND next.number = old.number + 1;
      GRANT UPDATE (filable_until) ON catalogue.revision TO dvc_portal;

      CREATE TABLE catalogue.withdrawal (
        code text PRIMARY KEY,
        effective_at timestamptz NOT NULL,
        reason jsonb NOT NULL,
        decision text NOT NULL,
        followed_by text,
        proposed_by text NOT NULL,
        confirmed_by text NOT NULL CHECK (confirmed_by <> proposed_by),
        noted_at timestamptz NOT NULL
      );
      GRANT SELECT ON catalogue.withdrawal TO dvc_portal, dvc_desk, dvc_worker;

      CREATE FUNCTION catalogue.accepts(asked_code text, asked_revision uuid, asked_at timestamptz) RETURNS boolean
      LANGUAGE plpgsql VOLATILE AS $$
      BEGIN
        PERFORM pg_advisory_xact_lock_shared(hashtextextended(asked_code, 7060314));
        RETURN NOT EXISTS (SELECT FROM catalogue.withdrawal WHERE code = asked_code AND effective_at <= asked_at)
           AND NOT EXISTS (SELECT FROM catalogue.revision WHERE id = asked_revision AND filable_until <= asked_at);
      END $$;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP FUNCTION catalogue.accepts(text, uuid, timestamptz);
      DROP TABLE catalogue.withdrawal;
      ALTER TABLE catalogue.revision DROP COLUMN filable_until;
    `);
  }
}
