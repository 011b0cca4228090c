import type { MigrationInterface, QueryRunner } from 'typeorm';

/** A notice may be about a passkey or a session as well; the portal writes those itself, in the transaction of the act. */
export class NameWhatNoticesAreAbout1795400001100 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE notifications.inbox_entry RENAME COLUMN case_id TO about_id;
      GRANT INSERT ON notifications.inbox_entry TO dvc_portal;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      REVOKE INSERT ON notifications.inbox_entry FROM dvc_portal;
      ALTER TABLE notifications.inbox_entry RENAME COLUMN about_id TO case_id;
    `);
  }
}
