import { callsSql, columnsSql, findPrepared, runGathered, type Tx } from '#lib/platform';
import { Application } from '../application/application.entity.js';
import type { EventActor } from '../application/event.js';
import { type Conflict, conflictSql } from './refuse-own-matter.js';

/** An application, as it was read for somebody in the request in which they act. */
export interface ReadForAct {
  application: Application;
  /** What keeps an officer from it; null where nobody knows whose matter it is. */
  conflict: Conflict | null;
}

/** Reads an application and, for an officer, what keeps them from it, in one statement; undefined if there is none. */
export async function readForAct(
  tx: Tx,
  id: string,
  { kind, id: actorId }: Pick<EventActor, 'kind' | 'id'>,
): Promise<ReadForAct | undefined> {
  if (kind !== 'officer' || actorId === null) {
    const application = await findPrepared(tx, Application, { id });
    return application && { application, conflict: 'none' };
  }
  const conflictColumn = conflictSql('asked.officer', 'row.person_id', 'row.on_behalf_of');
  const text = `SELECT nth::int, ${columnsSql(tx, Application, 'row')}, ${conflictColumn} AS "conflict"
    FROM ${callsSql({ id: 'uuid', officer: 'uuid' })} AS asked
    JOIN applications.application AS row ON row.id = asked.id`;
  const statement = { name: 'read-for-act-of-officer', text };
  const [row] = await runGathered<Application & Pick<ReadForAct, 'conflict'>>(tx, statement, [id, actorId]);
  if (!row) return undefined;
  const { conflict, ...application } = row;
  return { application, conflict };
}

/** The same for an act whose application is known to be there. */
export async function readForActOrFail(
  tx: Tx,
  { applicationId, actor }: { applicationId: string; actor: EventActor },
): Promise<ReadForAct> {
  const read = await readForAct(tx, applicationId, actor);
  if (!read) throw new Error(`No application ${applicationId}`);
  return read;
}
