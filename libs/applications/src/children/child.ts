import type { Tx } from '#lib/platform';

/** Why a part is to be stopped: another was refused, or the whole was withdrawn. */
export type StopReason = 'refused' | 'withdrawn';

/** An application that was opened as a part of another. */
export interface Child {
  id: string;
  parentId: string;
  /** Id of the part in the definition of the parent. */
  part: string;
  /** Of the event of the parent that opened it. */
  sequence: number;
  stop: StopReason | null;
  /** The part whose result it is to undo. */
  undoes: string | null;
}

const columns = 'application_id AS id, parent_id AS "parentId", part, sequence, stop, undoes';

/** Of which application this one is a part; undefined where it stands for itself. */
export async function childOf(tx: Tx, applicationId: string): Promise<Child | undefined> {
  const [row]: Child[] = await tx.query(
    `SELECT ${columns} FROM applications.child WHERE application_id = $1`,
    [applicationId],
  );
  return row;
}

/** Everything that was opened for an application, the oldest first. */
export function childrenOf(tx: Tx, parentId: string): Promise<Child[]> {
  return tx.query(
    `SELECT ${columns} FROM applications.child WHERE parent_id = $1 ORDER BY sequence, application_id`,
    [parentId],
  );
}
