import { revisionById } from '#lib/catalogue';
import { mandatesOver } from '#lib/identity';
import type { LocalisedName, Tx } from '#lib/platform';
import { In } from 'typeorm';
import { Application } from '../application/application.entity.js';

/** What an application is called: its number and what was applied for. */
export interface ApplicationName {
  number: string;
  title: LocalisedName;
  /** Whether the reader has a page about it: theirs, or filed for somebody they may act for. */
  readable: boolean;
}

/** The names of applications by id, for one reader; an id of nothing filed, such as a draft's, is left out. */
export async function applicationNames(
  tx: Tx,
  readerId: string,
  ids: string[],
): Promise<Map<string, ApplicationName>> {
  const rows = await tx.getRepository(Application).findBy({ id: In([...new Set(ids)]) });
  const theirs = new Set(rows.length > 0 ? await mandatesOver(tx, readerId) : []);
  const named = rows.map(async ({ id, number, revisionId, personId, onBehalfOf }) => {
    const { definition } = await revisionById(tx, revisionId);
    const readable = personId === readerId || (onBehalfOf !== null && theirs.has(onBehalfOf));
    return [id, { number, title: definition.title, readable }] as const;
  });
  return new Map(await Promise.all(named));
}
