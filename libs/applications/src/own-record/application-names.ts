import { revisionById } from '#lib/catalogue';
import type { LocalisedName, Tx } from '#lib/platform';
import { In } from 'typeorm';
import { Application } from '../application/application.entity.js';

/** What an application is called: its number and what was applied for. */
export interface ApplicationName {
  number: string;
  title: LocalisedName;
}

/** The names of applications by id; an id of nothing filed, such as a draft's, is left out. */
export async function applicationNames(tx: Tx, ids: string[]): Promise<Map<string, ApplicationName>> {
  const rows = await tx.getRepository(Application).findBy({ id: In([...new Set(ids)]) });
  const named = rows.map(async ({ id, number, revisionId }) => {
    const { definition } = await revisionById(tx, revisionId);
    return [id, { number, title: definition.title }] as const;
  });
  return new Map(await Promise.all(named));
}
