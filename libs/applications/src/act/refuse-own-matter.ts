import { idNumberIndexOf, indexesConcernedSql, representedBehind } from '#lib/identity';
import { isOwnOrHouseholdSql } from '#lib/organisations';
import { Refusal, runPrepared, type Tx } from '#lib/platform';
import type { Application } from '../application/application.entity.js';

type Matter = Pick<Application, 'personId' | 'onBehalfOf'>;

const asked = {
  name: 'own-matter',
  text: `SELECT ${ownMatterSql('$1::uuid', '$2::uuid', '$3::uuid')} AS own`,
};

/**
 * Nobody handles their own application or that of their household, nor one filed for one of them: refuses the officer 'own-matter' (403). Who an
 * officer and their household are is what was noted of them (`noteOfficerIdentity`).
 */
export async function refuseOwnMatter(tx: Tx, officerId: string, matter: Matter): Promise<void> {
  const [row] = await runPrepared<{ own: boolean | null }>(tx, asked, [
    officerId,
    matter.personId,
    matter.onBehalfOf,
  ]);
  refuseOwn(row?.own);
}

/** The same of what `ownMatterSql` says. That nobody knows whose matter it is, is a fault. */
export function refuseOwn(own: boolean | null | undefined): void {
  if (typeof own !== 'boolean') throw new Error('Nobody knows whose matter it is');
  if (own) throw new Refusal('own-matter', 403);
}

/** As an expression of a statement: whether a matter is the officer's own; null where whom it concerns is not there. */
export function ownMatterSql(officerId: string, personId: string, mandateId: string): string {
  return `(SELECT CASE WHEN count(*) = 1 + (${mandateId} IS NOT NULL)::int
                       THEN coalesce(bool_or(${isOwnOrHouseholdSql(officerId, 'concerned.index')}), false) END
             FROM (${indexesConcernedSql(personId, mandateId)}) AS concerned)`;
}

/** The blind indexes of those whose matter an application is: the applicant, and whom it was filed for. */
export async function whomItConcerns(tx: Tx, { personId, onBehalfOf }: Matter): Promise<string[]> {
  const represented = onBehalfOf ? (await representedBehind(tx, onBehalfOf)).index : null;
  return [await idNumberIndexOf(tx, personId), ...(represented === null ? [] : [represented])];
}
