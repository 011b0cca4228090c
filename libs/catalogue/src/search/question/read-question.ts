import { type AskedWord, means, wordsOf } from './asked-word.js';
import { mendWords } from './mend-words.js';
import type { SearchData, Synonym } from './search-data.js';
import type { Vocabulary } from './vocabulary.js';

/** One way to understand a question: the words to look for, in their order. */
export interface Reading {
  words: AskedWord[];
  /** How sure it is, from 0 to 1. */
  trust: number;
}

export interface Question {
  readings: Reading[];
  /** The question as it was mended, where it had to be. */
  mended?: string;
  /** All that was asked, without accents: to see whether a special case was asked for. */
  asked: string;
}

/** No more ways than this are followed: each costs. */
const mostReadings = 6;

/**
 * What a question may mean: its words, mended, without those that say nothing, and the same with what the catalogue says
 * for them. The last word may be unfinished. No words, no readings.
 */
export function readQuestion(text: string, vocabulary: Vocabulary, data: SearchData): Question {
  const typed = wordsOf(text);
  const isKnown = (word: string) => vocabulary.documents(word) > 0 || data.words.has(word);
  const readings: Reading[] = [];
  const add = (reading: Reading) => {
    const same = ({ words }: Reading) => textOf(words) === textOf(reading.words);
    if (reading.words.length > 0 && !readings.some(same)) readings.push(reading);
  };
  const mended = mendWords(typed, vocabulary, (word) => data.words.has(word));
  for (const words of [mended, ...finished(mended, vocabulary, isKnown)])
    for (const reading of inWordsOfCatalogue(words, data)) {
      if (readings.length >= mostReadings) break;
      add(words === mended ? reading : { ...reading, trust: reading.trust * 0.93 });
    }
  const wasMended = textOf(mended).replaceAll(' ', '') !== textOf(typed).replaceAll(' ', '');
  return {
    readings,
    asked: [mended, ...readings.map(({ words }) => words)].map((words) => ` ${textOf(words)} `).join('|'),
    ...(wasMended && { mended: mended.map(({ written }) => written).join(' ') }),
  };
}

const textOf = (words: AskedWord[]) => words.map(({ folded }) => folded).join(' ');

/** The last word brought to an end, where what stands before it tells how: `khai si` is `khai sinh`. */
function finished(
  words: AskedWord[],
  vocabulary: Vocabulary,
  isKnown: (word: string) => boolean,
): AskedWord[][] {
  const last = words.at(-1);
  const before = words.at(-2);
  if (!last || last.folded.length > 6) return [];
  if (isKnown(last.folded) && before && vocabulary.documents(`${before.folded}_${last.folded}`) > 0)
    return [];
  const fits = (word: string) =>
    before
      ? vocabulary.documents(`${before.folded}_${word}`)
      : isKnown(last.folded)
        ? 0
        : vocabulary.documents(word);
  return vocabulary
    .beginningWith(last.folded)
    .filter((word) => word !== last.folded && fits(word) > 0)
    .toSorted((one, other) => fits(other) - fits(one))
    .slice(0, 2)
    .map((word) => [...words.slice(0, -1), { folded: word, written: word, accented: false }]);
}

/** The words as they are, and with each thing that people say otherwise said as titles say it. */
function inWordsOfCatalogue(words: AskedWord[], data: SearchData): Reading[] {
  const parts = splitAt(words, data);
  let ways: Reading[] = [{ words: [], trust: 1 }];
  for (const part of parts) {
    const forms = part.synonym
      ? [
          ...part.synonym.meant.map((meant) => ({ words: meant, trust: 1 })),
          ...(part.synonym.instead ? [] : [{ words: part.words, trust: 0.97 }]),
        ]
      : [{ words: part.words, trust: 1 }];
    ways = ways.flatMap((way) =>
      forms.map((form) => ({ words: [...way.words, ...form.words], trust: way.trust * form.trust })),
    );
    ways = ways.slice(0, 4 * mostReadings);
  }
  const full = ways.filter((way) => way.words.length > 0);
  return full.length > 0 ? full.toSorted((one, other) => other.trust - one.trust) : [{ words, trust: 1 }];
}

interface Part {
  words: AskedWord[];
  synonym?: Synonym;
}

/** The question in parts: what people say otherwise, whole; what says nothing is left out; the rest word by word. */
function splitAt(words: AskedWord[], data: SearchData): Part[] {
  const parts: Part[] = [];
  for (let at = 0; at < words.length; ) {
    const standsHere = (phrase: AskedWord[]) =>
      at + phrase.length <= words.length &&
      phrase.every((word, index) => means(words[at + index] as AskedWord, word));
    const first = words[at]?.folded ?? '';
    const synonym = data.synonyms.get(first)?.find(({ said }) => standsHere(said));
    const dropped = data.dropped.get(first)?.find(standsHere);
    if (synonym && synonym.said.length >= (dropped?.length ?? 0)) {
      parts.push({ words: words.slice(at, at + synonym.said.length), synonym });
      at += synonym.said.length;
    } else if (dropped) at += dropped.length;
    else parts.push({ words: words.slice(at, ++at) });
  }
  return parts;
}
