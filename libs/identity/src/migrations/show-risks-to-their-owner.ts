import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Unusual signs at a sign-in are the owner's to read, like everything held about them. */
export class ShowRisksToTheirOwner1795400003760 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query('GRANT SELECT ON identity.risk_event TO dvc_portal');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('REVOKE SELECT ON identity.risk_event FROM dvc_portal');
  }
}
