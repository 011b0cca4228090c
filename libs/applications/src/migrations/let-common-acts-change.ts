import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What acts beside the workflow change: a transfer the agency, a migration the revision. Never from the portal. */
export class LetCommonActsChange1795400002400 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(
      'GRANT UPDATE (agency_id, revision_id) ON applications.application TO dvc_desk, dvc_worker',
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(
      'REVOKE UPDATE (agency_id, revision_id) ON applications.application FROM dvc_desk, dvc_worker',
    );
  }
}
