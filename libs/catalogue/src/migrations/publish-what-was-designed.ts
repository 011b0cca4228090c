import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * A revision has a time in force, which may lie ahead; one that designers published goes before what ships. The same
 * definition can be published again as a revision of its own. The row of a procedure knows the designed revision whose
 * words it is found by.
 */
export class PublishWhatWasDesigned1795400003430 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE catalogue.revision
        ADD COLUMN in_force_from timestamptz,
        ADD COLUMN in_force_until timestamptz,
        ADD COLUMN designed boolean NOT NULL DEFAULT false;
      UPDATE catalogue.revision SET in_force_from = published_at;
      UPDATE catalogue.revision AS old SET in_force_until = coalesce(
          (SELECT min(published_at) FROM catalogue.revision AS next
            WHERE next.code = old.code AND next.number > old.number), filable_until)
        WHERE filable_until IS NOT NULL;
      ALTER TABLE catalogue.revision
        ALTER COLUMN in_force_from SET NOT NULL,
        DROP CONSTRAINT revision_code_digest_key,
        ADD CONSTRAINT revision_in_force CHECK (in_force_until >= in_force_from);
      CREATE INDEX revision_by_digest ON catalogue.revision (code, digest);
      CREATE INDEX revision_designed ON catalogue.revision (code, in_force_from) WHERE designed;
      GRANT INSERT ON catalogue.revision TO dvc_desk;
      GRANT UPDATE (filable_until, in_force_until) ON catalogue.revision TO dvc_portal, dvc_worker, dvc_desk;

      ALTER TABLE catalogue.procedure ADD COLUMN revision_id uuid REFERENCES catalogue.revision;
      GRANT INSERT, UPDATE ON catalogue.procedure TO dvc_desk, dvc_worker;
      GRANT INSERT, UPDATE, DELETE ON catalogue.search_term TO dvc_desk, dvc_worker;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      REVOKE INSERT, UPDATE, DELETE ON catalogue.search_term FROM dvc_desk, dvc_worker;
      REVOKE INSERT, UPDATE ON catalogue.procedure FROM dvc_desk, dvc_worker;
      ALTER TABLE catalogue.procedure DROP COLUMN revision_id;
      REVOKE INSERT, UPDATE (filable_until) ON catalogue.revision FROM dvc_desk;
      DELETE FROM catalogue.revision WHERE designed;
      DROP INDEX catalogue.revision_designed, catalogue.revision_by_digest;
      ALTER TABLE catalogue.revision
        DROP COLUMN in_force_from, DROP COLUMN in_force_until, DROP COLUMN designed,
        ADD CONSTRAINT revision_code_digest_key UNIQUE (code, digest);
    `);
  }
}
