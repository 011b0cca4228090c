import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Text messages that wait for the worker, so that no act waits for the gateway. */
export class TellPhones1795400002200 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE identity.phone_notice (
        id uuid PRIMARY KEY,
        person_id uuid NOT NULL REFERENCES identity.person,
        phone_sealed text NOT NULL,
        kind text NOT NULL CHECK (kind IN ('locked')),
        at timestamptz NOT NULL,
        queued boolean NOT NULL DEFAULT false
      );
      CREATE INDEX phone_notice_waiting ON identity.phone_notice (at) WHERE NOT queued;
      GRANT INSERT ON identity.phone_notice TO dvc_portal;
      GRANT SELECT, DELETE, UPDATE (queued) ON identity.phone_notice TO dvc_worker;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE identity.phone_notice');
  }
}
