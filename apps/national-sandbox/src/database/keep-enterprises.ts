import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The business register; and who looked an enterprise up, in the same record as who looked people up. */
export class KeepEnterprises1795400002000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE national.enterprise (
        tax_code text PRIMARY KEY CHECK (tax_code ~ '^[0-9]{10}([0-9]{3})?$'),
        name text NOT NULL,
        kind text NOT NULL CHECK (kind IN ('limited-company', 'joint-stock-company', 'household-business')),
        status text NOT NULL CHECK (status IN ('active', 'dissolved')),
        registered_on date NOT NULL,
        address jsonb NOT NULL,
        representatives jsonb NOT NULL,
        position integer NOT NULL,
        test_case jsonb NOT NULL
      );
      GRANT SELECT ON national.enterprise TO dvc_national;

      ALTER TABLE national.access_entry RENAME COLUMN id_number TO about;
      ALTER TABLE national.access_entry DROP CONSTRAINT access_entry_question_check;
      ALTER TABLE national.access_entry ADD CONSTRAINT access_entry_question_check
        CHECK (question IN ('person', 'household', 'enterprise'));
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DELETE FROM national.access_entry WHERE question = 'enterprise';
      ALTER TABLE national.access_entry DROP CONSTRAINT access_entry_question_check;
      ALTER TABLE national.access_entry ADD CONSTRAINT access_entry_question_check
        CHECK (question IN ('person', 'household'));
      ALTER TABLE national.access_entry RENAME COLUMN about TO id_number;
      DROP TABLE national.enterprise;
    `);
  }
}
