import type { MigrationInterface, QueryRunner } from 'typeorm';

/** A system that signs people in with the portal reads what they agreed to share. */
export class RecordSharedData1795400002210 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE audit.access_event
        ADD COLUMN relying_party text,
        ADD COLUMN scopes text[] NOT NULL DEFAULT '{}',
        DROP CONSTRAINT access_event_what_check,
        ADD CONSTRAINT access_event_what_check CHECK (what IN (
          'queue-row', 'case-file', 'attachment', 'register-query', 'identity-check', 'shared-data')),
        ADD CONSTRAINT access_event_names_the_system CHECK (what <> 'shared-data' OR relying_party IS NOT NULL);
    `);
  }

  async down(): Promise<void> {
    // What was recorded is never deleted, so its code and columns stay known.
  }
}
