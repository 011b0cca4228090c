import { type Name, weightOf } from './name.js';
import type { Reading } from './read-question.js';
import type { Vocabulary } from './vocabulary.js';

/** A pair of words that stand together tells so much of what each of them does. */
const pairShare = 0.7;
/** A word with other accents than those asked for is hardly the same word. */
const otherAccents = 0.35;
/** What a word is worth that only the field of government holds. */
const inField = 0.45;
/** How much it counts that a name says nothing else than what was asked. */
const precisionShare = 0.3;

/** A reading with what each of its words and pairs tells. */
export interface WeighedReading {
  trust: number;
  asked: number;
  words: { folded: string; weight: number; written?: string; pair?: { text: string; weight: number } }[];
}

/** A word that a question says twice counts twice; a pair that no title holds tells nothing. */
export function weighReading({ words, trust }: Reading, vocabulary: Vocabulary): WeighedReading {
  let asked = 0;
  const weighed = words.map(({ folded, written, accented }, index) => {
    const next = words[index + 1];
    const text = next && `${folded}_${next.folded}`;
    const pair =
      text && vocabulary.documents(text) > 0
        ? { text, weight: pairShare * vocabulary.weight(text) }
        : undefined;
    const weight = vocabulary.weight(folded);
    asked += weight + (pair?.weight ?? 0);
    return { folded, weight, ...(accented && { written }), ...(pair && { pair }) };
  });
  return { words: weighed, trust, asked };
}

/**
 * How well a name answers a reading, from 0 to 1: the share of what was asked that it holds, each word and pair by how
 * rare it is, less by what else it says.
 */
export function scoreName(
  reading: WeighedReading,
  name: Name,
  field: Name | undefined,
  vocabulary: Vocabulary,
): number {
  let held = 0;
  let answering = 0;
  for (const { folded, weight, written, pair } of reading.words) {
    const forms = name.words.get(folded);
    if (!forms) {
      if (field?.words.has(folded)) held += weight * inField;
      continue;
    }
    const share = written === undefined || forms.includes(written) ? 1 : otherAccents;
    held += weight * share;
    answering += weight * share;
    if (pair && name.pairs.has(pair.text)) held += pair.weight * share;
  }
  if (held === 0) return 0;
  const precision = Math.min(1, answering / weightOf(name, vocabulary));
  return reading.trust * (held / reading.asked) * (1 - precisionShare + precisionShare * precision);
}
