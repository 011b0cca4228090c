import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Addresses people want notices mailed to, verified by a code; and which notices have gone to the mail jobs. */
export class SendMail1795400002630 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE notifications.contact_address (
        person_id uuid PRIMARY KEY REFERENCES identity.person,
        address_sealed text,
        verified_at timestamptz,
        language text NOT NULL CHECK (language IN ('vi', 'en', 'fr')),
        notices boolean NOT NULL DEFAULT true,
        pending_sealed text,
        pending_id uuid UNIQUE,
        pending_until timestamptz,
        pending_tries smallint NOT NULL DEFAULT 0,
        pending_relayed_at timestamptz,
        CHECK ((address_sealed IS NULL) = (verified_at IS NULL)),
        CHECK ((pending_id IS NULL) = (pending_sealed IS NULL))
      );
      GRANT SELECT, INSERT, UPDATE, DELETE ON notifications.contact_address TO dvc_portal;
      GRANT SELECT, DELETE, UPDATE (pending_sealed, pending_id, pending_until, pending_relayed_at)
        ON notifications.contact_address TO dvc_worker;

      ALTER TABLE notifications.inbox_entry ADD COLUMN mail_relayed_at timestamptz;
      UPDATE notifications.inbox_entry SET mail_relayed_at = at;
      CREATE INDEX inbox_entry_to_mail ON notifications.inbox_entry (at) WHERE mail_relayed_at IS NULL;
      GRANT UPDATE (mail_relayed_at) ON notifications.inbox_entry TO dvc_worker;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE notifications.inbox_entry DROP COLUMN mail_relayed_at;
      DROP TABLE notifications.contact_address;
    `);
  }
}
