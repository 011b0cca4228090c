import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Unlocking is told by text message as locking is, also where it is done at the desk. */
export class TellPhonesOfUnlocking1795400003200 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE identity.phone_notice DROP CONSTRAINT phone_notice_kind_check;
      ALTER TABLE identity.phone_notice ADD CONSTRAINT phone_notice_kind_check CHECK (kind IN ('locked', 'unlocked'));
      GRANT INSERT ON identity.phone_notice TO dvc_desk;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      REVOKE INSERT ON identity.phone_notice FROM dvc_desk;
      DELETE FROM identity.phone_notice WHERE kind = 'unlocked';
      ALTER TABLE identity.phone_notice DROP CONSTRAINT phone_notice_kind_check;
      ALTER TABLE identity.phone_notice ADD CONSTRAINT phone_notice_kind_check CHECK (kind IN ('locked'));
    `);
  }
}
