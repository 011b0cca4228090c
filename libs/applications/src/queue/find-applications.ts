import { idNumberIndexOf, personWithIdNumber } from '#lib/identity';
import { officersUnconcerned } from '#lib/organisations';
import type { Platform, Tx } from '#lib/platform';
import type { Principal } from '#lib/web';
import { textIn } from '#lib/web';
import { agenciesOf } from '../case-file/officer-roles.js';
import type { QueueFilter } from './queue-filter.js';

/**
 * What an officer means by what they typed: the id of the one application with that number, or a filter (the end of a
 * number, or an applicant by ID number, who may be nobody). Undefined if nothing that can be looked for was typed.
 * An applicant without a case at the officer's agencies, or of the officer's household, is found no more than somebody
 * who does not exist.
 */
export async function findApplications(
  platform: Platform,
  officer: Pick<Principal, 'id' | 'roles'>,
  body: unknown,
): Promise<string | Partial<QueueFilter> | undefined> {
  const sought = textIn(body, 'sought').normalize('NFKC').replace(/\s/g, '').toUpperCase();
  const digits = sought.replace(/[.-]/g, '');
  const tx = platform.database.manager;
  const agencyIds = agenciesOf(officer);
  if (/^\d{12}$/.test(digits)) {
    const personId = await personWithIdNumber(tx, platform, digits);
    const rows: unknown[] = await tx.query(
      'SELECT 1 FROM applications.application WHERE person_id = $1 AND agency_id = ANY($2) LIMIT 1',
      [personId ?? null, agencyIds],
    );
    const theirs = rows.length > 0 && personId !== undefined && (await mayKnowOf(tx, officer, personId));
    return { applicant: theirs ? personId : 'none' };
  }
  const rows: { id: string }[] = await tx.query(
    'SELECT id FROM applications.application WHERE number = $1 AND agency_id = ANY($2)',
    [sought, agencyIds],
  );
  if (rows[0]) return rows[0].id;
  // More digits than the end of a number has may be most of an ID number, which belongs in no address.
  if (/^\d{7,}$/.test(digits)) return undefined;
  return /^[\w.-]{1,60}$/.test(sought) ? { number: sought } : undefined;
}

async function mayKnowOf(tx: Tx, { id }: Pick<Principal, 'id'>, personId: string): Promise<boolean> {
  return (await officersUnconcerned(tx, [id], [await idNumberIndexOf(tx, personId)])).has(id);
}
