import type { Tx } from '#lib/platform';
import { narrowed, narrowing, type ProcedureFilter } from '../procedure-filter.js';
import type { Candidate } from './rank-candidates.js';
import type { Question } from './read-question.js';
import { termsOf } from './terms-of.js';
import type { Vocabulary } from './vocabulary.js';

/** So many procedures are ranked at most for one way to read a question: more would be slow, and nobody pages so far. */
export const mostCandidates = 150;

export interface Candidates {
  candidates: Candidate[];
  /** Whether there are more that hold the words. */
  cut: boolean;
}

/**
 * Those that may be meant: what holds the rarest terms of each reading, up to so many procedures, and `codes`. Where even
 * the rarest term stands in more, those that hold the two rarest, by `standing`.
 */
export async function findCandidates(
  tx: Tx,
  { readings }: Question,
  codes: string[],
  filter: ProcedureFilter,
  vocabulary: Vocabulary,
): Promise<Candidates> {
  const sought = readings.map(({ words }) =>
    soughtTerms(words.map(({ folded }) => folded).join(' '), vocabulary),
  );
  const common = sought.flatMap((each) => (each.common.length > 0 ? [each.common] : []));
  const rows: (Candidate & { part: number })[] = await tx.query(statement(common.length), [
    ...narrowing(filter),
    [...new Set(sought.flatMap(({ rare }) => rare))],
    codes,
    ...common,
  ]);
  return {
    candidates: [...new Map(rows.map((row) => [row.code, row])).values()],
    cut: common.some((_terms, index) => rows.filter(({ part }) => part === index).length === mostCandidates),
  };
}

/** The rare terms of a text, rarest first, as long as what they lead to is few; where there are none, its two rarest. */
function soughtTerms(text: string, vocabulary: Vocabulary): { rare: string[]; common: string[] } {
  const terms = [...new Set(termsOf(text))].toSorted(
    (one, other) => vocabulary.documents(one) - vocabulary.documents(other),
  );
  // A pair nobody has finds nothing; a word nobody has may be new.
  const rare = terms.filter((term) => vocabulary.documents(term) === 0 && !term.includes('_'));
  const found = terms.filter((term) => vocabulary.documents(term) > 0);
  let documents = 0;
  const few = found.filter((term) => {
    documents += vocabulary.documents(term);
    return documents <= mostCandidates;
  });
  return { rare: [...rare, ...few], common: few.length === 0 ? found.slice(0, 2) : [] };
}

const from = 'title, field, standing FROM catalogue.procedure WHERE';

/**
 * Each term by itself through the index. For `terms && …` PostgreSQL reads the whole of a small table instead, and does
 * not reckon with what it costs to fetch every row's terms from where long values are kept.
 */
const withTerm = `
  code = ANY (ARRAY(SELECT named.code FROM unnest($6::text[]) AS sought (term)
    JOIN catalogue.procedure AS named ON named.terms @> ARRAY[sought.term]))`;

function statement(commonReadings: number): string {
  const common = Array.from(
    { length: commonReadings },
    (_reading, index) => `
      UNION ALL (SELECT ${index} AS part, code, ${from} terms @> $${index + 8}::text[] AND ${narrowed}
        ORDER BY standing, code LIMIT ${mostCandidates})`,
  );
  return `
    (SELECT -1 AS part, code, ${from} ${withTerm} AND ${narrowed} LIMIT ${4 * mostCandidates})
    UNION ALL (SELECT -1, code, ${from} code = ANY ($7::text[]) AND ${narrowed})
    ${common.join('')}`;
}

/** Those in whose text, from the papers to the steps, all words of the question stand; a hundred at most. */
export async function findInText(
  tx: Tx,
  { readings }: Question,
  filter: ProcedureFilter,
): Promise<Candidate[]> {
  const words = readings.at(-1)?.words.map(({ folded }) => folded) ?? [];
  if (words.length === 0) return [];
  const rows: Candidate[] = await tx.query(
    `SELECT code, ${from} search @@ to_tsquery('simple', $6) AND ${narrowed} LIMIT 100`,
    [...narrowing(filter), words.join(' & ')],
  );
  return rows.map((row) => ({ ...row, inText: true }));
}
