import type { DataSource } from 'typeorm';
import type { Tx } from '#lib/platform';
import { isAnotherProcedure } from '../procedure/is-another-procedure.js';
import { withdrawnAmong } from '../withdrawal/refuse-what-is-not-filed.js';
import { shortTitle } from '../words/short-title.js';
import { findProcedures } from './find-procedures.js';
import { type FoundProcedure, foundProcedures } from './found-procedures.js';

const mostRelated = 5;
/** To find them takes ten times as long as the rest of the page. */
const staysMilliseconds = 600_000;
const mostRemembered = 2000;

const known = new WeakMap<DataSource, Map<string, { codes: string[]; readAt: number }>>();

/**
 * Procedures that answer the name of this one as well, best first, five at most: its other cases, what comes before it or after.
 * As the catalogue was at most ten minutes ago; none that takes no applications any more.
 */
export async function relatedProcedures(
  tx: Tx,
  { code, title }: { code: string; title: string },
  now: Date,
): Promise<FoundProcedure[]> {
  const codes = await relatedCodes(tx, code, title);
  const withdrawn = await withdrawnAmong(tx, codes, now);
  const found = await foundProcedures(
    tx,
    codes.filter((one) => !withdrawn.has(one)),
  );
  return found.filter(({ flags }) => !isAnotherProcedure(flags)).slice(0, mostRelated);
}

async function relatedCodes(tx: Tx, code: string, title: string): Promise<string[]> {
  const remembered = known.get(tx.connection) ?? new Map<string, { codes: string[]; readAt: number }>();
  known.set(tx.connection, remembered);
  const before = remembered.get(code);
  if (before && performance.now() - before.readAt < staysMilliseconds) return before.codes;
  const { found } = await findProcedures(
    tx,
    { words: shortTitle(title) },
    { page: 1, size: 2 * mostRelated },
  );
  const codes = found.map((one) => one.code).filter((one) => one !== code);
  if (remembered.size >= mostRemembered) remembered.clear();
  remembered.set(code, { codes, readAt: performance.now() });
  return codes;
}
