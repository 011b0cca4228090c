import { columnsSql, runPreparedText, type Tx } from '#lib/platform';
import type { Principal } from '#lib/web';
import { Draft } from '../draft/draft.entity.js';

/** What a signature that is posted finds: the citizen's draft, if it is theirs, and whether it was filed before. */
export interface ToSign {
  draft: Draft | undefined;
  filed: boolean;
}

/** Reads both in one statement. */
export async function readToSign(tx: Tx, { id: personId }: Principal, id: string): Promise<ToSign> {
  const text = `SELECT ${columnsSql(tx, Draft, 'draft')},
           EXISTS (SELECT FROM applications.application AS a WHERE a.id = $1 AND a.person_id = $2) AS filed
      FROM (SELECT $1::uuid AS id, $2::uuid AS person_id) AS asked
      LEFT JOIN applications.draft ON draft.id = asked.id AND draft.person_id = asked.person_id`;
  const [row] = await runPreparedText<Draft & { filed: boolean }>(tx, text, [id, personId]);
  if (!row) throw new Error('What was asked is always answered');
  const { filed, ...draft } = row;
  return { draft: draft.id ? draft : undefined, filed };
}
