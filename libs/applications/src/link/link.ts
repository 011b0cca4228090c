import type { LinkKind } from '#lib/catalogue';
import type { Tx } from '#lib/platform';

/** That an application, or the draft of one, is about another. */
export interface Link {
  id: string;
  /** What it is about; of a second complaint the first. */
  originalId: string;
  kind: LinkKind;
  /** Sequence of the event there that is complained about; null for lateness, and for a correction. */
  act: number | null;
  /** The complainant says that they live in a remote area, where more time is given. */
  remote: boolean;
  /** When what it achieved was carried out on the original. */
  settledAt: Date | null;
}

const columns = `link.id, original_id AS "originalId", kind, act, remote, settled_at AS "settledAt"`;

/** What an application or draft is about, or undefined. */
export async function linkOf(tx: Tx, id: string): Promise<Link | undefined> {
  const [link]: Link[] = await tx.query(`SELECT ${columns} FROM applications.link WHERE id = $1`, [id]);
  return link;
}

/** What was filed about an application, and about that in turn, the oldest first. */
export function linkedTo(tx: Tx, id: string): Promise<Link[]> {
  return tx.query(
    `WITH RECURSIVE about AS (
       SELECT link.* FROM applications.link WHERE original_id = $1
       UNION SELECT further.* FROM applications.link further JOIN about ON further.original_id = about.id
     ) SELECT ${columns} FROM about AS link JOIN applications.application USING (id) ORDER BY filed_at, id`,
    [id],
  );
}
