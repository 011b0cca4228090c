import type { MigrationInterface, QueryRunner } from 'typeorm';

export class CreateDocuments1795400000006 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE SCHEMA documents;
      GRANT USAGE ON SCHEMA documents TO dvc_portal, dvc_desk, dvc_worker;

      CREATE TABLE documents.attachment (
        id uuid PRIMARY KEY,
        case_id uuid NOT NULL,
        owner_person_id uuid NOT NULL REFERENCES identity.person,
        sha256 text NOT NULL CHECK (sha256 ~ '^[0-9a-f]{64}$'),
        size integer NOT NULL CHECK (size > 0),
        media_type text NOT NULL
          CHECK (media_type IN ('application/pdf', 'image/jpeg', 'image/png', 'image/webp')),
        name_sealed text NOT NULL,
        created_at timestamptz NOT NULL
      );
      CREATE INDEX attachment_by_case ON documents.attachment (case_id);
      CREATE INDEX attachment_by_content ON documents.attachment (sha256);

      GRANT SELECT, INSERT, DELETE, UPDATE (case_id) ON documents.attachment TO dvc_portal;
      GRANT SELECT ON documents.attachment TO dvc_desk;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP SCHEMA documents CASCADE');
  }
}
