import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { projectRoot, type Tx } from '#lib/platform';
import { type LifeEvent, type LifeEvents, leadsTo } from '../import/life-events.js';

let known: LifeEvents | undefined;

/** The fields of life and of business, in the order they are shown. */
export function lifeEvents(): LifeEvent[] {
  known ??= parse(
    readFileSync(join(projectRoot(), 'libs/catalogue/data/life-events.yaml'), 'utf8'),
  ) as LifeEvents;
  return known.events;
}

/** Codes of the procedures that an event leads to. */
export async function proceduresOfEvent(tx: Tx, event: LifeEvent): Promise<string[]> {
  const slugs = [...(event.fields ?? []), ...(event.parts ?? []).map(({ field }) => field)];
  const rows: { code: string; title: string; fieldSlug: string }[] = await tx.query(
    `SELECT code, title, field_slug AS "fieldSlug" FROM catalogue.procedure WHERE field_slug = ANY ($1)`,
    [slugs],
  );
  return rows.filter((row) => leadsTo(event, row)).map(({ code }) => code);
}
