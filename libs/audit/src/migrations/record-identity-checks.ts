import type { MigrationInterface, QueryRunner } from 'typeorm';

/** An officer who compares somebody with their document at a counter sees what the register knows of them. */
export class RecordIdentityChecks1795400001222 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE audit.access_event DROP CONSTRAINT access_event_what_check;
      ALTER TABLE audit.access_event ADD CONSTRAINT access_event_what_check
        CHECK (what IN ('queue-row', 'case-file', 'attachment', 'register-query', 'identity-check'));
    `);
  }

  async down(): Promise<void> {
    // What was recorded is never deleted, so its code stays known.
  }
}
