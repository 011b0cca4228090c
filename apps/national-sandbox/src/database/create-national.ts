import type { MigrationInterface, QueryRunner } from 'typeorm';

export class CreateNational1795400000100 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      GRANT USAGE ON SCHEMA national TO dvc_national;

      CREATE TABLE national.person (
        id_number text PRIMARY KEY CHECK (id_number ~ '^[0-9]{12}$'),
        full_name text NOT NULL,
        birth_date date NOT NULL,
        sex text NOT NULL CHECK (sex IN ('male', 'female')),
        phone text,
        deceased boolean NOT NULL,
        nationality text NOT NULL CHECK (nationality ~ '^[A-Z]{2}$'),
        ethnic_group text,
        spouse_id_number text,
        residence jsonb NOT NULL,
        hometown jsonb,
        household integer NOT NULL,
        relationship text NOT NULL CHECK (relationship IN ('head', 'spouse', 'child', 'child-in-law', 'grandchild',
          'parent', 'parent-in-law', 'sibling', 'other')),
        position integer NOT NULL,
        test_case jsonb NOT NULL
      );
      CREATE INDEX person_by_household ON national.person (household);

      CREATE TABLE national.newborn (
        certificate_number text PRIMARY KEY,
        mother_id_number text NOT NULL REFERENCES national.person,
        sex text NOT NULL CHECK (sex IN ('male', 'female')),
        born_at timestamptz NOT NULL,
        weight_grams integer NOT NULL,
        hospital jsonb NOT NULL,
        proposed_name text NOT NULL,
        test_case jsonb NOT NULL
      );

      CREATE TABLE national.access_entry (
        id uuid PRIMARY KEY,
        at timestamptz NOT NULL,
        caller text NOT NULL,
        purpose text NOT NULL,
        question text NOT NULL CHECK (question IN ('person', 'household')),
        id_number text NOT NULL,
        found boolean NOT NULL
      );
      CREATE INDEX access_entry_by_time ON national.access_entry (at);

      CREATE TABLE national.text_message (
        id uuid PRIMARY KEY,
        received_at timestamptz NOT NULL,
        phone text NOT NULL,
        content text NOT NULL
      );
      CREATE INDEX text_message_by_time ON national.text_message (received_at);

      CREATE TABLE national.enrolment_letter (
        officer_id uuid PRIMARY KEY,
        url text NOT NULL,
        made_at timestamptz NOT NULL,
        expires_at timestamptz
      );

      GRANT SELECT ON ALL TABLES IN SCHEMA national TO dvc_national;
      GRANT INSERT ON national.access_entry, national.text_message TO dvc_national;
      GRANT INSERT, UPDATE ON national.enrolment_letter TO dvc_national;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP SCHEMA national CASCADE');
  }
}
