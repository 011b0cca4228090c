import type { MigrationInterface, QueryRunner } from 'typeorm';

export class CreateOrganisations1795400000002 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE SCHEMA organisations;
      GRANT USAGE ON SCHEMA organisations TO dvc_portal, dvc_desk, dvc_worker;

      CREATE TABLE organisations.province (
        code text PRIMARY KEY,
        name_vi text NOT NULL,
        name_en text NOT NULL
      );
      CREATE TABLE organisations.commune (
        code text PRIMARY KEY,
        province_code text NOT NULL REFERENCES organisations.province,
        name_vi text NOT NULL,
        name_en text NOT NULL
      );
      CREATE TABLE organisations.agency (
        id uuid PRIMARY KEY,
        unit_code text NOT NULL UNIQUE,
        level text NOT NULL CHECK (level IN ('commune', 'province', 'ministry')),
        name_vi text NOT NULL,
        name_en text NOT NULL,
        name_fr text NOT NULL,
        province_code text REFERENCES organisations.province,
        commune_code text UNIQUE REFERENCES organisations.commune,
        ministry text UNIQUE
      );
      CREATE INDEX agency_by_province ON organisations.agency (province_code);
      CREATE TABLE organisations.officer (
        id uuid PRIMARY KEY,
        staff_number text NOT NULL UNIQUE,
        full_name text NOT NULL
      );
      CREATE TABLE organisations.officer_role (
        id uuid PRIMARY KEY,
        officer_id uuid NOT NULL REFERENCES organisations.officer,
        agency_id uuid NOT NULL REFERENCES organisations.agency,
        role text NOT NULL CHECK (role IN ('intake', 'case', 'approver')),
        valid_from timestamptz NOT NULL,
        valid_until timestamptz,
        CHECK (valid_until IS NULL OR valid_until > valid_from)
      );
      CREATE UNIQUE INDEX officer_role_open ON organisations.officer_role (officer_id, agency_id, role)
        WHERE valid_until IS NULL;

      GRANT SELECT ON ALL TABLES IN SCHEMA organisations TO dvc_portal, dvc_desk, dvc_worker;
      GRANT INSERT ON organisations.officer TO dvc_desk;
      GRANT INSERT, UPDATE ON organisations.officer_role TO dvc_desk;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP SCHEMA organisations CASCADE');
  }
}
