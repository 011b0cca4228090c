import type { Tx } from '#lib/platform';
import { browseProcedures } from './browse-procedures.js';
import { type FoundPage, foundProcedures } from './found-procedures.js';
import { answersTo } from './question/answers-to.js';
import type { ProcedureFilter } from './procedure-filter.js';

/** Longer questions are cut: nobody types more, and every word costs. */
const longestQuestion = 200;

export interface ProcedureQuestion extends ProcedureFilter {
  /** What somebody typed: words as people say them, with or without accents, the last one perhaps unfinished; or a code. */
  words?: string | undefined;
}

/**
 * One page of the procedures that fit, best first (`rankCandidates`). Without words all of them by title, as Vietnamese
 * sorts. Never refuses.
 */
export async function findProcedures(
  tx: Tx,
  { words = '', ...filter }: ProcedureQuestion,
  { page: wanted, size }: { page: number; size: number },
): Promise<FoundPage> {
  const question = words.slice(0, longestQuestion).replaceAll('\0', '').trim();
  if (question === '') return browseProcedures(tx, filter, { page: wanted, size });
  const { codes, more, mended } = await answersTo(tx, question, filter);
  const pages = Math.max(1, Math.ceil(codes.length / size));
  const page = Math.min(wanted, pages);
  const found = await foundProcedures(tx, codes.slice((page - 1) * size, page * size));
  return { found, total: codes.length, page, pages, ...(more && { more }), ...(mended && { mended }) };
}
