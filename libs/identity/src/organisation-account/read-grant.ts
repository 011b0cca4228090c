import { Refusal, type Tx } from '#lib/platform';
import { textIn } from '#lib/web';
import type { Scopes } from '../representation/mandate-rules.js';
import { fieldNames, procedureNames } from '../representation/scope-names.js';
import { type EmployeeGrant, employeeDays } from './grant-employee.js';

const mostProcedures = 20;

/** Which field of the form a refusal is about. */
export function fieldToMend({ code }: Refusal): string {
  if (code === 'employee-name-unreadable') return 'fullName';
  if (code === 'scope-empty' || code === 'scope-unknown') return 'procedures';
  if (code === 'field-unknown') return 'scope';
  return code === 'term-unknown' ? 'days' : 'idNumber';
}

/**
 * What was posted to let an employee act. Refuses, all 400, what is no ID number ('employee-number-unreadable') or no name
 * ('employee-name-unreadable'), no term we offer ('term-unknown'), a field the catalogue does not know ('field-unknown'),
 * no procedure or more than 20 ('scope-empty'), and codes the catalogue does not know, which it names ('scope-unknown').
 */
export async function readGrant(tx: Tx, body: unknown): Promise<EmployeeGrant> {
  const idNumber = textIn(body, 'idNumber').replace(/\s/g, '');
  const fullName = textIn(body, 'fullName').trim().replace(/\s+/g, ' ');
  if (!/^[0-9]{12}$/.test(idNumber)) throw new Refusal('employee-number-unreadable', 400);
  if (fullName.length < 2 || fullName.length > 200) throw new Refusal('employee-name-unreadable', 400);
  const days = employeeDays.find((each) => String(each) === textIn(body, 'days'));
  if (!days) throw new Refusal('term-unknown', 400);
  return { invited: { idNumber, fullName }, days, scopes: await readScopes(tx, body) };
}

async function readScopes(tx: Tx, body: unknown): Promise<Scopes> {
  const scope = textIn(body, 'scope');
  if (scope === 'all') return 'all';
  if (scope === 'field') {
    const field = textIn(body, 'field');
    if (!(await fieldNames(tx)).has(field)) throw new Refusal('field-unknown', 400);
    return { procedures: [], fields: [field] };
  }
  const codes = [
    ...new Set(
      textIn(body, 'procedures')
        .split(/[\s,;]+/)
        .filter(Boolean),
    ),
  ];
  if (codes.length === 0 || codes.length > mostProcedures) throw new Refusal('scope-empty', 400);
  const known = await procedureNames(tx, codes);
  const unknown = codes.filter((code) => !known.has(code));
  if (unknown.length > 0)
    throw new Refusal('scope-unknown', 400, { codes: unknown.join(', ').slice(0, 200) });
  return { procedures: codes, fields: [] };
}
