import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The account of an organisation can be closed by the representative it is bound to. */
export class CloseOrganisations1795400003203 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE identity.organisation ADD closed_at timestamptz;
      GRANT UPDATE (closed_at) ON identity.organisation TO dvc_portal;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE identity.organisation DROP closed_at');
  }
}
