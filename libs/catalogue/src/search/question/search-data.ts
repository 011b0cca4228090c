import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { projectRoot } from '#lib/platform';
import { type AskedWord, wordsOf } from './asked-word.js';

/** `data/search.yaml`: what people say, and what the catalogue calls it. */
export interface SearchData {
  /** Phrases that tell nothing about what is wanted. */
  dropped: Phrases<AskedWord[]>;
  /** What people say for what stands in titles; `instead`: what they said stands in no title that they mean. */
  synonyms: Phrases<Synonym>;
  /** What marks a special case, which nobody wants who does not say so. */
  special: string[];
  /** Codes, what is wanted most first. */
  prominent: Map<string, number>;
  /** What people call a procedure, in any language, by code. */
  names: { code: string; words: AskedWord[] }[];
  /** Every word above. */
  words: Set<string>;
}

export interface Synonym {
  said: AskedWord[];
  meant: AskedWord[][];
  instead: boolean;
}

/** By the first folded word, the longest phrase first. */
type Phrases<T> = Map<string, T[]>;

interface Written {
  dropped: string[];
  special: string[];
  synonyms: { said: string[]; meant: string[]; instead?: boolean }[];
  prominent: string[];
  names: Record<string, string[]>;
}

let known: SearchData | undefined;

/** The data as it ships, read once. */
export function searchData(): SearchData {
  known ??= readSearchData(
    parse(readFileSync(join(projectRoot(), 'libs/catalogue/data/search.yaml'), 'utf8')) as Written,
  );
  return known;
}

function readSearchData(written: Written): SearchData {
  const dropped = written.dropped.map(wordsOf);
  const synonyms = written.synonyms.flatMap(({ said, meant, instead = false }) =>
    said.map((each) => ({ said: wordsOf(each), meant: meant.map(wordsOf), instead })),
  );
  const names = Object.entries(written.names).flatMap(([code, all]) =>
    all.map((name) => ({ code, words: wordsOf(name) })),
  );
  const all = [
    ...dropped,
    ...synonyms.flatMap(({ said, meant }) => [said, ...meant]),
    ...names.map(({ words }) => words),
  ];
  return {
    dropped: byFirstWord(dropped, (phrase) => phrase),
    synonyms: byFirstWord(synonyms, ({ said }) => said),
    names,
    special: written.special.map(
      (phrase) =>
        ` ${wordsOf(phrase)
          .map(({ folded }) => folded)
          .join(' ')} `,
    ),
    prominent: new Map(written.prominent.map((code, index) => [code, 1 - index / written.prominent.length])),
    words: new Set(all.flat().map(({ folded }) => folded)),
  };
}

function byFirstWord<T>(items: T[], wordsIn: (item: T) => AskedWord[]): Phrases<T> {
  const longestFirst = items.toSorted((one, other) => wordsIn(other).length - wordsIn(one).length);
  const found: Phrases<T> = new Map();
  for (const item of longestFirst) {
    const first = wordsIn(item)[0]?.folded ?? '';
    found.set(first, [...(found.get(first) ?? []), item]);
  }
  return found;
}
