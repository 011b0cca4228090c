import type { Tx } from '#lib/platform';
import { type FoundPage, foundProcedures } from './found-procedures.js';
import { narrowed, narrowing, type ProcedureFilter } from './procedure-filter.js';

/** Counted no further: at 100,000 procedures a full count takes longer than all the rest. */
const mostCounted = 10_000;

/** One page of all procedures that pass a filter, by title, as Vietnamese sorts. */
export async function browseProcedures(
  tx: Tx,
  filter: ProcedureFilter,
  { page: wanted, size }: { page: number; size: number },
): Promise<FoundPage> {
  const [{ counted }]: [{ counted: number }] = await tx.query(
    `SELECT count(*)::int AS counted FROM (
       SELECT FROM catalogue.procedure WHERE ${narrowed} LIMIT ${mostCounted + 1}) AS counted_rows`,
    narrowing(filter),
  );
  const total = Math.min(counted, mostCounted);
  const pages = Math.max(1, Math.ceil(total / size));
  const page = Math.min(wanted, pages);
  const rows: { code: string }[] = await tx.query(
    `SELECT code FROM catalogue.procedure WHERE ${narrowed}
      ORDER BY title COLLATE "vi-x-icu", code LIMIT $6 OFFSET $7`,
    [...narrowing(filter), size, (page - 1) * size],
  );
  const found = await foundProcedures(
    tx,
    rows.map(({ code }) => code),
  );
  return { found, total, page, pages, ...(counted > mostCounted && { more: true }) };
}
