import { callsSql, columnsSql, runGathered, type Tx } from '#lib/platform';
import type { Principal } from '#lib/web';
import { Draft } from '../draft/draft.entity.js';

/** What a signature that is posted finds: the citizen's draft, if it is theirs, and whether it was filed before. */
export interface ToSign {
  draft: Draft | undefined;
  filed: boolean;
}

/** Reads both in one statement. */
export async function readToSign(tx: Tx, { id: personId }: Principal, id: string): Promise<ToSign> {
  const text = `SELECT nth::int, ${columnsSql(tx, Draft, 'draft')},
           EXISTS (SELECT FROM applications.application AS a WHERE a.id = asked.id AND a.person_id = asked.person_id) AS filed
      FROM ${callsSql({ id: 'uuid', person_id: 'uuid' })} AS asked
      LEFT JOIN applications.draft ON draft.id = asked.id AND draft.person_id = asked.person_id`;
  const statement = { name: 'read-to-sign', text };
  const [row] = await runGathered<Draft & { filed: boolean }>(tx, statement, [id, personId]);
  if (!row) throw new Error('What was asked is always answered');
  const { filed, ...draft } = row;
  return { draft: draft.id ? draft : undefined, filed };
}
