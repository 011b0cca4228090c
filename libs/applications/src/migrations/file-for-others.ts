import type { MigrationInterface, QueryRunner } from 'typeorm';

/** For whom an application is written and filed, by the mandate that says so, and who acted for them. */
export class FileForOthers1795400001430 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const table of ['draft', 'application'])
      await runner.query(`
        ALTER TABLE applications.${table}
          ADD COLUMN on_behalf_of uuid REFERENCES identity.mandate,
          ADD COLUMN represented_by uuid REFERENCES identity.person,
          ADD CONSTRAINT ${table}_represented_by_somebody CHECK ((on_behalf_of IS NULL) = (represented_by IS NULL));
        CREATE INDEX ${table}_by_mandate ON applications.${table} (on_behalf_of) WHERE on_behalf_of IS NOT NULL;
      `);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const table of ['draft', 'application'])
      await runner.query(
        `ALTER TABLE applications.${table} DROP COLUMN on_behalf_of, DROP COLUMN represented_by`,
      );
  }
}
