import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Where somebody has signed in before, kept longer than sessions, so that only a new place is news. */
export class KnowDevices1795400001120 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE identity.known_device (
        audience text NOT NULL CHECK (audience IN ('portal', 'desk')),
        owner_id uuid NOT NULL,
        device text NOT NULL,
        network text NOT NULL,
        last_seen_at timestamptz NOT NULL,
        PRIMARY KEY (audience, owner_id, device, network)
      );
      CREATE INDEX known_device_by_time ON identity.known_device (last_seen_at);
      ALTER TABLE identity.known_device ENABLE ROW LEVEL SECURITY;
      CREATE POLICY portal ON identity.known_device TO dvc_portal
        USING (audience = 'portal') WITH CHECK (audience = 'portal');
      CREATE POLICY desk ON identity.known_device TO dvc_desk
        USING (audience = 'desk') WITH CHECK (audience = 'desk');
      CREATE POLICY worker ON identity.known_device TO dvc_worker USING (true);
      GRANT SELECT, INSERT, UPDATE (last_seen_at) ON identity.known_device TO dvc_portal, dvc_desk;
      GRANT SELECT, DELETE ON identity.known_device TO dvc_worker;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE identity.known_device');
  }
}
