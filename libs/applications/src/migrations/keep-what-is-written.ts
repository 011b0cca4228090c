import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Messages between citizen and agency, and notes between officers, sealed. Nobody changes or removes them; notes are
 * the desk's alone (Law on Access to Information 104/2016, article 6: papers drawn up for an agency's internal work).
 */
export class KeepWhatIsWritten1795400002610 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const [table, kinds] of [
      ['message', `'citizen', 'officer'`],
      ['note', `'officer'`],
    ])
      await runner.query(`
        CREATE TABLE applications.${table} (
          id uuid PRIMARY KEY,
          application_id uuid NOT NULL REFERENCES applications.application,
          at timestamptz NOT NULL,
          author_kind text NOT NULL CHECK (author_kind IN (${kinds})),
          author_id uuid NOT NULL,
          agency_id uuid NOT NULL,
          sealed text NOT NULL,
          idempotency_key uuid NOT NULL,
          UNIQUE (application_id, author_id, idempotency_key)
        );
        GRANT SELECT, INSERT ON applications.${table} TO dvc_desk;
      `);
    await runner.query(`
      GRANT SELECT, INSERT ON applications.message TO dvc_portal;
      CREATE TABLE applications.conversation (
        application_id uuid PRIMARY KEY REFERENCES applications.application,
        unanswered_since timestamptz
      );
      CREATE INDEX conversation_unanswered ON applications.conversation (application_id)
        WHERE unanswered_since IS NOT NULL;
      GRANT SELECT, INSERT, UPDATE ON applications.conversation TO dvc_portal, dvc_desk;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE applications.conversation, applications.note, applications.message');
  }
}
