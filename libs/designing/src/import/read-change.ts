import {
  compareRevisions,
  ownDefinition,
  Procedure,
  type RevisionChange,
  RowChange,
  standardDefinition,
  standingRow,
} from '#lib/catalogue';
import { Refusal, type Tx } from '#lib/platform';

/** A change with what stands. */
export interface SeenChange {
  change: RowChange;
  /** Undefined for a procedure nobody knows yet. */
  standing: ReturnType<typeof standingRow> | undefined;
  /** What changes for whoever applies; undefined where the procedure has a definition of its own, or is new. */
  revision: RevisionChange[] | undefined;
  hasOwnDefinition: boolean;
}

/** Refuses a change that is unknown (`not-found`, 404). */
export async function readChange(tx: Tx, id: string): Promise<SeenChange> {
  const change = await tx.getRepository(RowChange).findOneBy({ id });
  if (!change) throw new Refusal('not-found', 404);
  const known = await tx.getRepository(Procedure).findOneBy({ code: change.code });
  const hasOwnDefinition = known !== null && (await ownDefinition(tx, known)) !== undefined;
  const comparable = known?.online && !hasOwnDefinition;
  return {
    change,
    standing: known ? standingRow(known) : undefined,
    revision: comparable
      ? compareRevisions(standardDefinition(known.facts), standardDefinition(change.facts))
      : undefined,
    hasOwnDefinition,
  };
}
