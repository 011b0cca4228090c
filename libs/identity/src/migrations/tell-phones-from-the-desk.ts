import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The desk has a holder told by text message without reading their telephone. */
export class TellPhonesFromTheDesk1795400003202 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE FUNCTION identity.tell_phone(notice uuid, person uuid, kind text, at timestamptz) RETURNS void
        LANGUAGE sql SECURITY DEFINER SET search_path = '' AS $$
          INSERT INTO identity.phone_notice (id, person_id, phone_sealed, kind, at)
            SELECT notice, p.id, p.phone_sealed, kind, at FROM identity.person p
             WHERE p.id = person AND p.phone_sealed IS NOT NULL;
        $$;
      REVOKE ALL ON FUNCTION identity.tell_phone FROM PUBLIC;
      GRANT EXECUTE ON FUNCTION identity.tell_phone TO dvc_portal, dvc_desk;
      REVOKE INSERT ON identity.phone_notice FROM dvc_portal, dvc_desk;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP FUNCTION identity.tell_phone;
      GRANT INSERT ON identity.phone_notice TO dvc_portal, dvc_desk;
    `);
  }
}
