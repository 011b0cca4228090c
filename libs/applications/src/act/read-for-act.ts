import { callsSql, columnsSql, findPrepared, runGathered, type Tx } from '#lib/platform';
import { Application } from '../application/application.entity.js';
import type { EventActor } from '../application/event.js';
import { ownMatterSql } from './refuse-own-matter.js';

/** An application, as it was read for somebody in the request in which they act. */
export interface ReadForAct {
  application: Application;
  /** Of an officer: whether it is their own matter; null where nobody knows. */
  ownMatter: boolean | null;
}

/** Reads an application and, for an officer, whether it is their own matter, in one statement; undefined if there is none. */
export async function readForAct(
  tx: Tx,
  id: string,
  { kind, id: actorId }: Pick<EventActor, 'kind' | 'id'>,
): Promise<ReadForAct | undefined> {
  if (kind !== 'officer' || actorId === null) {
    const application = await findPrepared(tx, Application, { id });
    return application && { application, ownMatter: false };
  }
  const own = ownMatterSql('asked.officer', 'row.person_id', 'row.on_behalf_of');
  const text = `SELECT nth::int, ${columnsSql(tx, Application, 'row')}, ${own} AS "ownMatter"
    FROM ${callsSql({ id: 'uuid', officer: 'uuid' })} AS asked
    JOIN applications.application AS row ON row.id = asked.id`;
  const statement = { name: 'read-for-act-of-officer', text };
  const [row] = await runGathered<Application & Pick<ReadForAct, 'ownMatter'>>(tx, statement, [id, actorId]);
  if (!row) return undefined;
  const { ownMatter, ...application } = row;
  return { application, ownMatter };
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
