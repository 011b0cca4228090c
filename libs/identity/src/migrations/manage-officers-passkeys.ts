import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Officers, too, name and remove their passkeys: of those there may be only so many. */
export class ManageOfficersPasskeys1795400003650 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      GRANT UPDATE (name), DELETE ON identity.passkey TO dvc_desk;
      GRANT INSERT ON identity.removed_passkey TO dvc_desk;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      REVOKE UPDATE (name), DELETE ON identity.passkey FROM dvc_desk;
      REVOKE INSERT ON identity.removed_passkey FROM dvc_desk;
    `);
  }
}
