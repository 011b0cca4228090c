import { Refusal, type Tx } from '#lib/platform';
import { textIn } from '#lib/web';
import type { Scopes } from '../representation/mandate-rules.js';
import { fieldNames, procedureNames } from '../representation/scope-names.js';
import { type EmployeeGrant, employeeDays } from './grant-employee.js';

const mostProcedures = 20;

/**
 * What was posted to let an employee act. Refuses, all 400, what is no ID number and name ('employee-unreadable'), no
 * term we offer ('bad-request'), and a scope the catalogue does not know ('scope-unknown').
 */
export async function readGrant(tx: Tx, body: unknown): Promise<EmployeeGrant> {
  const idNumber = textIn(body, 'idNumber').replace(/\s/g, '');
  const fullName = textIn(body, 'fullName').trim().replace(/\s+/g, ' ');
  if (!/^[0-9]{12}$/.test(idNumber) || fullName.length < 2 || fullName.length > 200)
    throw new Refusal('employee-unreadable', 400);
  const days = employeeDays.find((each) => String(each) === textIn(body, 'days'));
  if (!days) throw new Refusal('bad-request', 400);
  return { invited: { idNumber, fullName }, days, scopes: await readScopes(tx, body) };
}

async function readScopes(tx: Tx, body: unknown): Promise<Scopes> {
  const scope = textIn(body, 'scope');
  if (scope === 'all') return 'all';
  if (scope === 'field') {
    const field = textIn(body, 'field');
    if (!(await fieldNames(tx)).has(field)) throw new Refusal('scope-unknown', 400);
    return { procedures: [], fields: [field] };
  }
  const codes = [
    ...new Set(
      textIn(body, 'procedures')
        .split(/[\s,;]+/)
        .filter(Boolean),
    ),
  ];
  if (codes.length === 0 || codes.length > mostProcedures) throw new Refusal('scope-unknown', 400);
  const known = await procedureNames(tx, codes);
  if (codes.some((code) => !known.has(code))) throw new Refusal('scope-unknown', 400);
  return { procedures: codes, fields: [] };
}
