import type { LocalisedName, Tx } from '#lib/platform';
import { responsibleFor } from '../definition/responsible-for.js';
import { ownDefinition } from '../revision/own-definition.js';
import type { ProcedureFacts } from '../import/procedure-facts.js';
import { remembered } from '../search/remembered.js';
import { withdrawnAmong } from '../withdrawal/refuse-what-is-not-filed.js';
import type { Procedure } from './procedure.entity.js';

/** Which agencies carry a procedure out, as far as it is the same everywhere: a kind of body at a level, or one ministry. */
export interface HandlingAgency {
  level: string;
  body: string;
  ministry: string | null;
}

/** A procedure on the page of an agency. */
export interface HandledProcedure {
  code: string;
  /** Of its own definition; the official one is Vietnamese alone. */
  title: LocalisedName | string;
  /** Field of government, official name. */
  field: string;
}

/**
 * The procedures that are filed with an agency, by field and title as Vietnamese sorts; as they were at most a minute
 * ago. Those that are withdrawn now are left out, and so is what several agencies handle together (`linked`).
 */
export async function proceduresHandledBy(
  tx: Tx,
  agency: HandlingAgency,
  now: Date,
): Promise<HandledProcedure[]> {
  const handled = (await byAgency(tx)).get(keyOf(agency)) ?? [];
  const withdrawn = await withdrawnAmong(
    tx,
    handled.map(({ code }) => code),
    now,
  );
  return handled.filter(({ code }) => !withdrawn.has(code));
}

type Row = Pick<Procedure, 'code' | 'title' | 'field' | 'ministry' | 'revisionId'> &
  Pick<ProcedureFacts, 'agencies' | 'levels'>;

const byAgency = remembered({ milliseconds: 60_000 }, async (tx) => {
  const rows: Row[] = await tx.query(
    `SELECT code, title, field, levels, ministry, revision_id AS "revisionId", facts->'agencies' AS agencies
       FROM catalogue.procedure ORDER BY field COLLATE "vi-x-icu", title COLLATE "vi-x-icu", code`,
  );
  const known = new Map<string, HandledProcedure[]>();
  for (const row of rows) {
    const own = await ownDefinition(tx, row);
    const { authority, body = 'committee' } = own ?? responsibleFor(row);
    const key = keyOf({ level: authority, body, ministry: own?.ministry ?? row.ministry });
    const handled = known.get(key) ?? [];
    known.set(key, handled);
    handled.push({ code: row.code, title: own?.title ?? row.title, field: row.field });
  }
  return known;
});

function keyOf({ level, body, ministry }: HandlingAgency): string {
  return level === 'ministry' ? `ministry/${ministry}` : `${level}/${body}`;
}
