import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What the mailbox of the sandbox took over, each delivery for itself. */
export class KeepMail1795400002631 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE national.mail (
        id uuid PRIMARY KEY,
        received_at timestamptz NOT NULL,
        message_id text NOT NULL,
        recipient text NOT NULL,
        subject text NOT NULL,
        content text NOT NULL
      );
      CREATE INDEX mail_by_time ON national.mail (received_at);
      GRANT SELECT, INSERT ON national.mail TO dvc_national;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE national.mail');
  }
}
