import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The worker gives out work to officers, and never anybody's own matter: it compares blind indexes, and reads no more. */
export class LetTheWorkerTellWhoseMatter1795400003101 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      GRANT SELECT (id, id_number_index) ON identity.person TO dvc_worker;
      GRANT SELECT (id, represented_index, organisation_id) ON identity.mandate TO dvc_worker;
      GRANT SELECT (id, legal_representative_id) ON identity.organisation TO dvc_worker;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      REVOKE SELECT (id, id_number_index) ON identity.person FROM dvc_worker;
      REVOKE SELECT (id, represented_index, organisation_id) ON identity.mandate FROM dvc_worker;
      REVOKE SELECT (id, legal_representative_id) ON identity.organisation FROM dvc_worker;
    `);
  }
}
