import type { Tx } from '#lib/platform';
import type { ProcedureFilter } from '../procedure-filter.js';
import { findCandidates, findInText } from './find-candidates.js';
import { knownVocabulary } from './known-vocabulary.js';
import { rankCandidates } from './rank-candidates.js';
import { readQuestion } from './read-question.js';
import { searchData } from './search-data.js';
import { codesCalled, codesNamed, spokenNames } from './spoken-names.js';

export interface Answers {
  /** Codes, best first. */
  codes: string[];
  /** Whether there are more than these. */
  more: boolean;
  /** The question as it was mended, where it had to be. */
  mended: string | undefined;
}

/** Below this the titles say too little of what was asked: the text of procedures is looked through too. */
const poorAnswer = 0.5;

/** The procedures that answer a question, in two stages: the database gives those that may be meant, and they are ranked. */
export async function answersTo(tx: Tx, text: string, filter: ProcedureFilter): Promise<Answers> {
  const vocabulary = await knownVocabulary(tx);
  const data = searchData();
  const question = readQuestion(text, vocabulary, data);
  if (question.readings.length === 0) return { codes: [], more: false, mended: undefined };
  const words = question.readings.flatMap((reading) => reading.words.map(({ folded }) => folded));
  const { candidates, cut } = await findCandidates(
    tx,
    question,
    [...codesNamed(words), text],
    filter,
    vocabulary,
  );
  const rank = (all: typeof candidates) =>
    rankCandidates(question, all, vocabulary, data, spokenNames, codesCalled(question.core));
  let ranked = rank(candidates);
  if ((ranked[0]?.score ?? 0) < poorAnswer) {
    const known = new Set(candidates.map(({ code }) => code));
    const more = (await findInText(tx, question, filter)).filter(({ code }) => !known.has(code));
    ranked = rank([...candidates, ...more]);
  }
  const codes = ranked.map(({ code }) => code);
  return {
    codes: codes.includes(text) || candidates.some(({ code }) => code === text) ? [text] : codes,
    more: cut,
    mended: question.mended,
  };
}
