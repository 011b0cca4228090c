import type { MigrationInterface, QueryRunner } from 'typeorm';

/** When an agency is open, where its hours are not the usual ones: from a day on, until another. */
export class KeepOfficeHours1795400002500 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE organisations.office_hours (
        agency_id uuid NOT NULL REFERENCES organisations.agency,
        valid_from date NOT NULL,
        valid_until date CHECK (valid_until > valid_from),
        week jsonb NOT NULL,
        source text NOT NULL,
        assumed boolean NOT NULL DEFAULT false,
        PRIMARY KEY (agency_id, valid_from)
      );
      GRANT SELECT ON organisations.office_hours TO dvc_portal, dvc_desk, dvc_worker;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE organisations.office_hours');
  }
}
