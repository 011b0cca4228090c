import type { MigrationInterface, QueryRunner } from 'typeorm';

export class CreateCatalogue1795400000004 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE SCHEMA catalogue;
      GRANT USAGE ON SCHEMA catalogue TO dvc_portal, dvc_desk, dvc_worker;

      CREATE TABLE catalogue.procedure (
        code text PRIMARY KEY,
        title text NOT NULL,
        field text NOT NULL,
        field_slug text NOT NULL,
        ministry text NOT NULL,
        levels text[] NOT NULL,
        applicants text[] NOT NULL,
        online boolean NOT NULL,
        facts jsonb NOT NULL,
        prose jsonb,
        flags jsonb NOT NULL,
        digest text NOT NULL,
        imported_at timestamptz NOT NULL,
        title_folded text NOT NULL,
        search tsvector NOT NULL
      );
      CREATE INDEX procedure_by_field ON catalogue.procedure (field_slug);
      CREATE INDEX procedure_search ON catalogue.procedure USING gin (search);

      CREATE TABLE catalogue.revision (
        id uuid PRIMARY KEY,
        code text NOT NULL,
        number integer NOT NULL CHECK (number > 0),
        digest text NOT NULL,
        definition jsonb NOT NULL,
        published_at timestamptz NOT NULL,
        UNIQUE (code, number),
        UNIQUE (code, digest)
      );

      GRANT SELECT ON ALL TABLES IN SCHEMA catalogue TO dvc_portal, dvc_desk, dvc_worker;
      GRANT INSERT ON catalogue.revision TO dvc_portal;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP SCHEMA catalogue CASCADE');
  }
}
