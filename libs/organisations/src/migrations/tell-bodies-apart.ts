import type { MigrationInterface, QueryRunner } from 'typeorm';

/** A place has more bodies than its People's Committee: one agency for each place and kind of body. */
export class TellBodiesApart1795400001200 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE organisations.agency
        ADD COLUMN body text NOT NULL DEFAULT 'committee'
          CHECK (body IN ('committee', 'police', 'tax', 'social-insurance', 'ministry')),
        DROP CONSTRAINT agency_commune_code_key,
        ADD CONSTRAINT agency_of_commune UNIQUE (commune_code, body);
      UPDATE organisations.agency SET body = 'ministry' WHERE level = 'ministry';
      CREATE UNIQUE INDEX agency_of_province ON organisations.agency (province_code, body) WHERE commune_code IS NULL;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP INDEX organisations.agency_of_province;
      DELETE FROM organisations.agency WHERE body NOT IN ('committee', 'ministry');
      ALTER TABLE organisations.agency
        DROP CONSTRAINT agency_of_commune,
        ADD CONSTRAINT agency_commune_code_key UNIQUE (commune_code),
        DROP COLUMN body;
    `);
  }
}
