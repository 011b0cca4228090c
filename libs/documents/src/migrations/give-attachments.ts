import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Papers of a draft that one person prepared for another go with it to that other. */
export class GiveAttachments1795400001440 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query('GRANT UPDATE (owner_person_id) ON documents.attachment TO dvc_portal');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('REVOKE UPDATE (owner_person_id) ON documents.attachment FROM dvc_portal');
  }
}
