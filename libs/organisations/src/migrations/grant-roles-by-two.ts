import type { MigrationInterface, QueryRunner } from 'typeorm';

const roles = (names: string[]) => names.map((name) => `'${name}'`).join(', ');
const now = ['intake', 'case', 'approver', 'identity', 'administrator', 'designer', 'auditor'];
const before = now.slice(0, 4);

/** Roles are granted by two administrators of the agency and for a time; one of them alone can end a role at once. */
export class GrantRolesByTwo1795400001500 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE organisations.officer_role DROP CONSTRAINT officer_role_role_check;
      ALTER TABLE organisations.officer_role
        ADD CONSTRAINT officer_role_role_check CHECK (role IN (${roles(now)})),
        ADD COLUMN ended_by uuid REFERENCES organisations.officer,
        ADD COLUMN end_reason text,
        DROP CONSTRAINT officer_role_check,
        ADD CONSTRAINT officer_role_check CHECK (valid_until IS NULL OR valid_until >= valid_from);
      CREATE TABLE organisations.role_grant (
        id uuid PRIMARY KEY,
        officer_id uuid NOT NULL REFERENCES organisations.officer,
        agency_id uuid NOT NULL REFERENCES organisations.agency,
        role text NOT NULL CHECK (role IN (${roles(now)})),
        valid_until timestamptz NOT NULL,
        proposed_by uuid NOT NULL REFERENCES organisations.officer,
        proposed_at timestamptz NOT NULL,
        decided_by uuid REFERENCES organisations.officer,
        decided_at timestamptz,
        granted boolean,
        CONSTRAINT role_grant_decided_whole CHECK (
          (decided_by IS NULL) = (decided_at IS NULL) AND (decided_by IS NULL) = (granted IS NULL)),
        CONSTRAINT role_grant_takes_two CHECK (decided_by <> proposed_by OR granted = false),
        CONSTRAINT role_grant_is_for_another CHECK (officer_id <> proposed_by AND (officer_id <> decided_by OR granted = false))
      );
      CREATE UNIQUE INDEX role_grant_open ON organisations.role_grant (officer_id, agency_id, role)
        WHERE decided_at IS NULL;
      GRANT SELECT, INSERT ON organisations.role_grant TO dvc_desk;
      GRANT UPDATE (decided_by, decided_at, granted) ON organisations.role_grant TO dvc_desk;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP TABLE organisations.role_grant;
      DELETE FROM organisations.officer_role WHERE role NOT IN (${roles(before)});
      ALTER TABLE organisations.officer_role
        DROP CONSTRAINT officer_role_role_check,
        ADD CONSTRAINT officer_role_role_check CHECK (role IN (${roles(before)})),
        DROP COLUMN ended_by,
        DROP COLUMN end_reason;
    `);
  }
}
