import type { MigrationInterface, QueryRunner } from 'typeorm';

export class CreateNotifications1795400000007 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE SCHEMA notifications;
      GRANT USAGE ON SCHEMA notifications TO dvc_portal, dvc_worker;

      CREATE TABLE notifications.inbox_entry (
        id uuid PRIMARY KEY,
        person_id uuid NOT NULL REFERENCES identity.person,
        case_id uuid NOT NULL,
        sequence integer NOT NULL,
        title jsonb NOT NULL,
        body jsonb NOT NULL,
        href text NOT NULL,
        at timestamptz NOT NULL,
        read_at timestamptz,
        UNIQUE (case_id, sequence)
      );
      CREATE INDEX inbox_by_person ON notifications.inbox_entry (person_id, at DESC);

      GRANT SELECT ON notifications.inbox_entry TO dvc_portal, dvc_worker;
      GRANT INSERT ON notifications.inbox_entry TO dvc_worker;
      GRANT UPDATE (read_at) ON notifications.inbox_entry TO dvc_portal;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP SCHEMA notifications CASCADE');
  }
}
