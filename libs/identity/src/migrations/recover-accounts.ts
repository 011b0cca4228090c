import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Recoveries without a counter: asked for with the data and the phone of the register, and open to objection for a day. */
export class RecoverAccounts1795400001230 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE identity.recovery (
        id uuid PRIMARY KEY,
        person_id uuid NOT NULL REFERENCES identity.person,
        started_at timestamptz NOT NULL,
        ready_at timestamptz NOT NULL CHECK (ready_at > started_at),
        expires_at timestamptz NOT NULL CHECK (expires_at > ready_at),
        ended_at timestamptz,
        ended_by text CHECK (ended_by IN ('completed', 'cancelled', 'expired')),
        CHECK ((ended_at IS NULL) = (ended_by IS NULL))
      );
      CREATE UNIQUE INDEX recovery_one_at_a_time ON identity.recovery (person_id) WHERE ended_at IS NULL;
      GRANT SELECT, INSERT, UPDATE (ended_at, ended_by) ON identity.recovery TO dvc_portal;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE identity.recovery');
  }
}
