import type { MigrationInterface, QueryRunner } from 'typeorm';

const before = ['intake', 'case', 'approver', 'identity', 'administrator', 'designer', 'auditor'];
const now = [...before, 'cashier'];
const listed = (names: string[]) => names.map((name) => `'${name}'`).join(', ');
const only = (names: string[]) => `
  ALTER TABLE organisations.officer_role DROP CONSTRAINT officer_role_role_check,
    ADD CONSTRAINT officer_role_role_check CHECK (role IN (${listed(names)}));
  ALTER TABLE organisations.role_grant DROP CONSTRAINT role_grant_role_check,
    ADD CONSTRAINT role_grant_role_check CHECK (role IN (${listed(names)}));`;

/** Cashiers, who take the fees of their agency. */
export class KnowCashiers1795400002801 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(only(now));
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DELETE FROM organisations.officer_role WHERE role = 'cashier';
      DELETE FROM organisations.role_grant WHERE role = 'cashier';
      ${only(before)}`);
  }
}
