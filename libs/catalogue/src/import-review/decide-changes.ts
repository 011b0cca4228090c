import type { Tx } from '#lib/platform';
import { countTerms } from '../procedure/count-terms.js';
import { followRevisions } from '../procedure/follow-revisions.js';
import { type ProcedureRow, storeProcedures } from '../procedure/store-procedures.js';
import { type ChangeFilter, changesMeant } from './find-changes.js';

/** Single changes by id, or all that a filter means. */
export type ChangesMeant = { ids: string[] } | { filter: ChangeFilter };

interface Decision {
  outcome: 'accepted' | 'dismissed';
  /** The designer's id. */
  by: string;
  now: Date;
}

/**
 * Accepts open changes: the procedures say from now on what the export says, and a procedure without a definition of its
 * own gets a revision made of it when somebody next needs one. Or dismisses them: the same is not proposed again. What
 * somebody else decided meanwhile is left as it is. Returns how many were decided.
 */
export async function decideChanges(
  tx: Tx,
  meant: ChangesMeant,
  { outcome, by, now }: Decision,
): Promise<number> {
  const { sql, values } =
    'ids' in meant
      ? { sql: 'outcome IS NULL AND id = ANY ($1)', values: [meant.ids] }
      : changesMeant(meant.filter);
  const next = values.length + 1;
  const [decided]: [ProcedureRow[], number] = await tx.query(
    `UPDATE catalogue.row_change SET outcome = $${next}, decided_by = $${next + 1}, decided_at = $${next + 2}
      WHERE ${sql} RETURNING facts, flags`,
    [...values, outcome, by, now],
  );
  if (outcome === 'accepted' && decided.length > 0) {
    await storeProcedures(tx, decided, now);
    await followRevisions(tx, now);
    await countTerms(tx);
  }
  return decided.length;
}
