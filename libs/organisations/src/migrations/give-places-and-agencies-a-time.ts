import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Places and agencies stand for a time, and others follow them. A code alone names no place any more, so that agencies
 * name theirs by code and their own time.
 */
export class GivePlacesAndAgenciesATime1795400002900 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE organisations.change (
        id text PRIMARY KEY,
        title jsonb NOT NULL,
        effective_on date NOT NULL,
        source text NOT NULL,
        carried_out_at timestamptz NOT NULL
      );
      CREATE TABLE organisations.place (
        level text NOT NULL CHECK (level IN ('province', 'district', 'commune')),
        code text NOT NULL,
        valid_from date NOT NULL,
        valid_until date CHECK (valid_until > valid_from),
        name_vi text NOT NULL,
        name_en text NOT NULL,
        parent_code text CHECK ((parent_code IS NULL) = (level = 'province')),
        PRIMARY KEY (level, code, valid_from)
      );
      CREATE UNIQUE INDEX place_in_force ON organisations.place (level, code) WHERE valid_until IS NULL;
      CREATE TABLE organisations.place_succession (
        change_id text NOT NULL REFERENCES organisations.change,
        level text NOT NULL,
        code text NOT NULL,
        successor_level text NOT NULL,
        successor_code text NOT NULL,
        divided boolean NOT NULL,
        same boolean NOT NULL,
        PRIMARY KEY (change_id, level, code, successor_level, successor_code)
      );

      INSERT INTO organisations.place (level, code, valid_from, name_vi, name_en, parent_code)
        SELECT 'province', code, DATE '2025-07-01', name_vi, name_en, NULL FROM organisations.province
        UNION ALL SELECT 'commune', code, DATE '2025-07-01', name_vi, name_en, province_code FROM organisations.commune;
      ALTER TABLE organisations.agency
        DROP CONSTRAINT agency_province_code_fkey,
        DROP CONSTRAINT agency_commune_code_fkey,
        DROP CONSTRAINT agency_unit_code_key,
        DROP CONSTRAINT agency_of_commune,
        DROP CONSTRAINT agency_level_check,
        ADD CONSTRAINT agency_level_check CHECK (level IN ('commune', 'district', 'province', 'ministry')),
        ADD COLUMN district_code text CHECK ((district_code IS NOT NULL) = (level = 'district')),
        ADD COLUMN valid_from date NOT NULL DEFAULT '2025-07-01',
        ADD COLUMN valid_until date CHECK (valid_until >= valid_from),
        ADD COLUMN wound_up_at timestamptz CHECK (wound_up_at IS NULL OR valid_until IS NOT NULL);
      DROP INDEX organisations.agency_of_province;
      CREATE UNIQUE INDEX agency_of_place ON organisations.agency (level, coalesce(commune_code, district_code, province_code), body)
        WHERE valid_until IS NULL AND level <> 'ministry';
      CREATE UNIQUE INDEX agency_unit_code ON organisations.agency (unit_code) WHERE valid_until IS NULL;
      CREATE INDEX agency_by_unit_code ON organisations.agency (unit_code, valid_from);
      CREATE INDEX agency_to_wind_up ON organisations.agency (id) WHERE valid_until IS NOT NULL AND wound_up_at IS NULL;
      DROP TABLE organisations.commune, organisations.province;

      CREATE TABLE organisations.agency_succession (
        agency_id uuid NOT NULL REFERENCES organisations.agency,
        successor_id uuid NOT NULL REFERENCES organisations.agency,
        change_id text NOT NULL REFERENCES organisations.change,
        divided boolean NOT NULL,
        keeps_files boolean NOT NULL,
        PRIMARY KEY (agency_id, successor_id)
      );
      CREATE UNIQUE INDEX agency_succession_files ON organisations.agency_succession (agency_id) WHERE keeps_files;
      CREATE INDEX agency_succession_to ON organisations.agency_succession (successor_id) WHERE keeps_files;

      GRANT SELECT ON organisations.change, organisations.place, organisations.place_succession,
        organisations.agency_succession TO dvc_portal, dvc_desk, dvc_worker;
      GRANT UPDATE (wound_up_at) ON organisations.agency TO dvc_desk, dvc_worker;
      GRANT UPDATE (keeps_files) ON organisations.agency_succession TO dvc_desk, dvc_worker;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE organisations.province (code text PRIMARY KEY, name_vi text NOT NULL, name_en text NOT NULL);
      CREATE TABLE organisations.commune (
        code text PRIMARY KEY,
        province_code text NOT NULL REFERENCES organisations.province,
        name_vi text NOT NULL,
        name_en text NOT NULL
      );
      INSERT INTO organisations.province
        SELECT code, name_vi, name_en FROM organisations.place WHERE level = 'province' AND valid_until IS NULL;
      INSERT INTO organisations.commune
        SELECT code, parent_code, name_vi, name_en FROM organisations.place WHERE level = 'commune' AND valid_until IS NULL;
      GRANT SELECT ON organisations.province, organisations.commune TO dvc_portal, dvc_desk, dvc_worker;
      DROP TABLE organisations.agency_succession, organisations.place_succession, organisations.place, organisations.change;
      REVOKE UPDATE (wound_up_at) ON organisations.agency FROM dvc_desk, dvc_worker;
      DROP INDEX organisations.agency_of_place, organisations.agency_unit_code, organisations.agency_by_unit_code;
      ALTER TABLE organisations.agency
        DROP COLUMN district_code, DROP COLUMN wound_up_at, DROP COLUMN valid_until, DROP COLUMN valid_from,
        DROP CONSTRAINT agency_level_check,
        ADD CONSTRAINT agency_level_check CHECK (level IN ('commune', 'province', 'ministry')),
        ADD CONSTRAINT agency_unit_code_key UNIQUE (unit_code),
        ADD CONSTRAINT agency_of_commune UNIQUE (commune_code, body),
        ADD FOREIGN KEY (province_code) REFERENCES organisations.province,
        ADD FOREIGN KEY (commune_code) REFERENCES organisations.commune;
      CREATE UNIQUE INDEX agency_of_province ON organisations.agency (province_code, body) WHERE commune_code IS NULL;
    `);
  }
}
