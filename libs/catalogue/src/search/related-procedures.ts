import type { Tx } from '#lib/platform';
import { isAnotherProcedure } from '../procedure/is-another-procedure.js';
import { withdrawnAmong } from '../withdrawal/refuse-what-is-not-filed.js';
import { shortTitle } from '../words/short-title.js';
import { findProcedures } from './find-procedures.js';
import { type FoundProcedure, foundProcedures } from './found-procedures.js';
import { remembered } from './remembered.js';

const mostRelated = 5;

interface ProcedureNamed {
  code: string;
  title: string;
}

/**
 * Procedures that answer the name of this one as well, best first, five at most: its other cases, what comes before it or after.
 * As the catalogue was at most ten minutes ago; none that takes no applications any more.
 */
export async function relatedProcedures(
  tx: Tx,
  procedure: ProcedureNamed,
  now: Date,
): Promise<FoundProcedure[]> {
  const codes = await relatedCodes(tx, procedure);
  const withdrawn = await withdrawnAmong(tx, codes, now);
  const found = await foundProcedures(
    tx,
    codes.filter((one) => !withdrawn.has(one)),
  );
  return found.filter(({ flags }) => !isAnotherProcedure(flags)).slice(0, mostRelated);
}

/** To find them takes ten times as long as the rest of the page. */
const relatedCodes = remembered(
  { milliseconds: 600_000, most: 2000, key: ({ code }: ProcedureNamed) => code },
  async (tx, { code, title }) => {
    const asked = { words: shortTitle(title) };
    const { found } = await findProcedures(tx, asked, { page: 1, size: 2 * mostRelated });
    return found.map((one) => one.code).filter((one) => one !== code);
  },
);
