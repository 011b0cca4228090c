import type { MigrationInterface, QueryRunner } from 'typeorm';
import { appRoles } from '#lib/platform';

/** The database roles of the apps. They belong to the server, so another database on it may have made them. */
export class CreateRoles1795400000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const role of appRoles)
      await runner.query(`
        DO $$ BEGIN
          CREATE ROLE ${role} NOLOGIN;
        EXCEPTION WHEN duplicate_object OR unique_violation THEN NULL;
        END $$;
        DO $$ BEGIN
          IF NOT pg_has_role(current_user, '${role}', 'MEMBER') THEN
            EXECUTE format('GRANT ${role} TO %I', current_user);
          END IF;
        END $$;
        GRANT SELECT ON public.schema_migration TO ${role};
      `);
  }

  async down(): Promise<void> {
    // Roles of the server outlive one database: nothing to undo.
  }
}
