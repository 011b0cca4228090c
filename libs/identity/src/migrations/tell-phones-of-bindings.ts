import type { MigrationInterface, QueryRunner } from 'typeorm';

/** That an identity of another provider opens an account from now on is told by text message, too. */
export class TellPhonesOfBindings1795400003780 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE identity.phone_notice DROP CONSTRAINT phone_notice_kind_check;
      ALTER TABLE identity.phone_notice ADD CONSTRAINT phone_notice_kind_check
        CHECK (kind IN ('locked', 'unlocked', 'bound'));
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DELETE FROM identity.phone_notice WHERE kind = 'bound';
      ALTER TABLE identity.phone_notice DROP CONSTRAINT phone_notice_kind_check;
      ALTER TABLE identity.phone_notice ADD CONSTRAINT phone_notice_kind_check CHECK (kind IN ('locked', 'unlocked'));
    `);
  }
}
