import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Officers have no inbox: what they are told of new devices is kept until they have seen it. */
export class TellOfficersOfDevices1795400002201 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE identity.device_notice (
        id uuid PRIMARY KEY,
        officer_id uuid NOT NULL,
        session_id uuid NOT NULL,
        user_agent text NOT NULL,
        network text NOT NULL,
        at timestamptz NOT NULL,
        seen_at timestamptz
      );
      CREATE INDEX device_notice_unseen ON identity.device_notice (officer_id) WHERE seen_at IS NULL;
      GRANT SELECT, INSERT, UPDATE (seen_at) ON identity.device_notice TO dvc_desk;
      GRANT SELECT, DELETE ON identity.device_notice TO dvc_worker;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE identity.device_notice');
  }
}
