import { type AskedWord, wordsOf } from './asked-word.js';
import type { Vocabulary } from './vocabulary.js';

/** A name of a procedure, taken apart to be compared. */
export interface Name {
  /** Its folded words, and how each is written (`AskedWord.written`). */
  words: Map<string, string[]>;
  /** Each two that follow one another: `khai_sinh`. */
  pairs: Set<string>;
  /** All its words, folded, with a space at both ends. */
  text: string;
}

const known = new Map<string, Name>();

/** A text as a name. Memory keeps those in use. */
export function nameOf(text: string): Name {
  const found = known.get(text) ?? makeName(wordsOf(text));
  if (known.size > 5000) known.clear();
  known.set(text, found);
  return found;
}

export function makeName(all: AskedWord[]): Name {
  const words = new Map<string, string[]>();
  for (const { folded, written } of all) words.set(folded, [...(words.get(folded) ?? []), written]);
  const pairs = new Set(all.slice(1).map(({ folded }, index) => `${all[index]?.folded}_${folded}`));
  return { words, pairs, text: ` ${all.map(({ folded }) => folded).join(' ')} ` };
}

const weights = new WeakMap<Name, { vocabulary: Vocabulary; weight: number }>();

/** What all words of a name tell together. */
export function weightOf(name: Name, vocabulary: Vocabulary): number {
  const found = weights.get(name);
  if (found?.vocabulary === vocabulary) return found.weight;
  let weight = 0;
  for (const word of name.words.keys()) weight += vocabulary.weight(word);
  weights.set(name, { vocabulary, weight });
  return weight;
}
