import type { Tx } from '#lib/platform';
import { type RowPart, rowPartNames } from './parts-changed.js';

/** Which open changes are meant; without a filter all. */
export interface ChangeFilter {
  /** `new`: procedures nobody knows yet; else those that differ in this part. */
  what?: 'new' | RowPart | undefined;
  /** Slug of the issuing ministry. */
  ministry?: string | undefined;
  /** Only what was proposed at this instant or before: what somebody has seen the number of. */
  until?: Date | undefined;
}

export interface ChangeLine {
  id: string;
  code: string;
  title: string;
  ministry: string;
  /** Empty for a procedure nobody knows yet. */
  parts: RowPart[];
}

export interface FoundChanges {
  total: number;
  /** When the last of them was proposed; undefined where there are none. */
  latest: Date | undefined;
  changes: ChangeLine[];
}

export const isWhat = (text: string): text is 'new' | RowPart =>
  text === 'new' || rowPartNames.some((name) => name === text);

/** The condition for the open changes that a filter means, with `values` as $1 to $3. */
export function changesMeant({ what, ministry, until }: ChangeFilter) {
  return {
    sql: `outcome IS NULL AND ($1::text IS NULL OR CASE $1 WHEN 'new' THEN parts = '{}' ELSE $1 = ANY (parts) END)
      AND ($2::text IS NULL OR ministry = $2) AND ($3::timestamptz IS NULL OR proposed_at <= $3)`,
    values: [what ?? null, ministry ?? null, until ?? null],
  };
}

/** Open changes by code, a page of them. */
export async function findChanges(
  tx: Tx,
  filter: ChangeFilter,
  { page, size }: { page: number; size: number },
): Promise<FoundChanges> {
  const { sql, values } = changesMeant(filter);
  const [{ total, latest }] = await tx.query(
    `SELECT count(*)::int AS total, max(proposed_at) AS latest FROM catalogue.row_change WHERE ${sql}`,
    values,
  );
  const changes: ChangeLine[] = await tx.query(
    `SELECT id, code, title, ministry, parts FROM catalogue.row_change WHERE ${sql} ORDER BY code LIMIT $4 OFFSET $5`,
    [...values, size, (page - 1) * size],
  );
  return { total, latest: latest ?? undefined, changes };
}

/** What open changes there are to filter by: how many of each kind, and the ministries. */
export async function changesByKind(tx: Tx): Promise<{ what: Map<string, number>; ministries: string[] }> {
  const rows: { what: string; number: number }[] = await tx.query(
    `SELECT what, count(*)::int AS number
       FROM catalogue.row_change, unnest(CASE parts WHEN '{}' THEN '{new}' ELSE parts END) AS what
      WHERE outcome IS NULL GROUP BY what`,
  );
  const ministries: { ministry: string }[] = await tx.query(
    'SELECT DISTINCT ministry FROM catalogue.row_change WHERE outcome IS NULL ORDER BY ministry',
  );
  return {
    what: new Map(rows.map(({ what, number }) => [what, number])),
    ministries: ministries.map(({ ministry }) => ministry),
  };
}
