import type { Tx } from '#lib/platform';
import { revisionById } from '../revision/revision-by-id.js';
import { countTerms } from './count-terms.js';
import { rowsOfDefinitions } from './defined-procedures.js';
import { Procedure } from './procedure.entity.js';
import { type ProcedureRow, storeProcedures } from './store-procedures.js';

/**
 * Brings the rows that procedures are found by and shown with to what designers published: at publication, and once a
 * revision that waited has come in force. A part of another procedure has no row. Returns how many were written.
 */
export async function followRevisions(tx: Tx, now: Date): Promise<number> {
  const behind: { id: string }[] = await tx.query(
    `SELECT revised.id FROM (
       SELECT DISTINCT ON (code) id, code, definition FROM catalogue.revision
        WHERE designed AND in_force_from <= $1 ORDER BY code, in_force_from DESC, number DESC) AS revised
       LEFT JOIN catalogue.procedure USING (code)
      WHERE procedure.revision_id IS DISTINCT FROM revised.id AND NOT revised.definition ? 'partOf'`,
    [now],
  );
  if (behind.length === 0) return 0;
  const rows: ProcedureRow[] = [];
  for (const { id } of behind) rows.push(await rowFollowing(tx, id));
  await storeProcedures(tx, rows, now);
  await countTerms(tx);
  return rows.length;
}

/** What the national catalogue says stays, under the title of the revision; what it does not know is made of that. */
async function rowFollowing(tx: Tx, revisionId: string): Promise<ProcedureRow> {
  const { code, definition } = await revisionById(tx, revisionId);
  const known = await tx.getRepository(Procedure).findOneBy({ code });
  const [made] = await rowsOfDefinitions(tx, [definition]);
  if (!made) throw new Error(`Revision ${revisionId} made no row`);
  if (!known?.facts.source) return { ...made, revisionId };
  const { facts, flags, prose } = known;
  const title = definition.title.vi;
  return { facts: { ...facts, title, ...(prose && { prose }) }, flags, revisionId };
}
