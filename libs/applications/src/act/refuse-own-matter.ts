import { idNumberIndexOf, indexesConcernedSql, representedBehind } from '#lib/identity';
import { isKnownPersonSql, isOwnOrHouseholdSql } from '#lib/organisations';
import { Refusal, runPrepared, type Tx } from '#lib/platform';
import type { Application } from '../application/application.entity.js';

type Matter = Pick<Application, 'personId' | 'onBehalfOf'>;

/** What keeps an officer from a matter: it is their own or their household's, or nobody knows who they are as a person. */
export type Conflict = 'none' | 'own-matter' | 'officer-identity-unknown';

const asked = {
  name: 'conflict',
  text: `SELECT ${conflictSql('$1::uuid', '$2::uuid', '$3::uuid')} AS conflict`,
};

/**
 * Nobody handles their own application or that of their household, nor one filed for one of them: refuses the officer
 * 'own-matter' (403), and one of whom nobody can tell, 'officer-identity-unknown' (403). Who an officer and their
 * household are is what was noted of them (`noteOfficerIdentity`) and what the population register says of that.
 */
export async function refuseOwnMatter(tx: Tx, officerId: string, matter: Matter): Promise<void> {
  const [row] = await runPrepared<{ conflict: Conflict | null }>(tx, asked, [
    officerId,
    matter.personId,
    matter.onBehalfOf,
  ]);
  refuseConflict(row?.conflict);
}

/** The same of what `conflictSql` says. That nobody knows whose matter it is, is a fault. */
export function refuseConflict(conflict: Conflict | null | undefined): void {
  if (!conflict) throw new Error('Nobody knows whose matter it is');
  if (conflict !== 'none') throw new Refusal(conflict, 403);
}

/** As an expression of a statement: what keeps an officer from a matter (`Conflict`); null where whom it concerns is not there. */
export function conflictSql(officerId: string, personId: string, mandateId: string): string {
  return `(SELECT CASE WHEN count(*) <> 1 + (${mandateId} IS NOT NULL)::int THEN NULL
                       WHEN bool_or(${isOwnOrHouseholdSql(officerId, 'concerned.index')}) THEN 'own-matter'
                       WHEN NOT ${isKnownPersonSql(officerId)} THEN 'officer-identity-unknown'
                       ELSE 'none' END
             FROM (${indexesConcernedSql(personId, mandateId)}) AS concerned)`;
}

/** What keeps an officer from each of some applications. */
export async function conflictsAmong(
  tx: Tx,
  officerId: string,
  applicationIds: string[],
): Promise<ReadonlyMap<string, Conflict>> {
  const rows: { id: string; conflict: Conflict }[] = await tx.query(
    `SELECT id, ${conflictSql('$1::uuid', 'row.person_id', 'row.on_behalf_of')} AS conflict
      FROM applications.application AS row WHERE id = ANY($2)`,
    [officerId, applicationIds],
  );
  return new Map(rows.map(({ id, conflict }) => [id, conflict]));
}

/** The blind indexes of those whose matter an application is: the applicant, and whom it was filed for. */
export async function whomItConcerns(tx: Tx, { personId, onBehalfOf }: Matter): Promise<string[]> {
  const represented = onBehalfOf ? (await representedBehind(tx, onBehalfOf)).index : null;
  return [await idNumberIndexOf(tx, personId), ...(represented === null ? [] : [represented])];
}
