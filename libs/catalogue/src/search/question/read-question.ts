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
  /** What was asked, without accents and what says nothing: to see whether it is just what people call a procedure. */
  core: string;
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
  const core = coreWords(mended, data);
  const ways = [
    ...[mended, core].flatMap((words) => inWordsOfCatalogue(words, data)).toSorted(moreTrusted),
    ...finished(mended, vocabulary, isKnown)
      .flatMap((words) => inWordsOfCatalogue(words, data))
      .map((reading) => ({ ...reading, trust: reading.trust * 0.93 })),
  ];
  for (const way of ways) if (readings.length < mostReadings) add(way);
  const wasMended = textOf(mended).replaceAll(' ', '') !== textOf(typed).replaceAll(' ', '');
  return {
    readings,
    core: textOf(core),
    asked: [mended, ...readings.map(({ words }) => words)].map((words) => ` ${textOf(words)} `).join('|'),
    ...(wasMended && { mended: mended.map(({ written }) => written).join(' ') }),
  };
}

const moreTrusted = (one: Reading, other: Reading) => other.trust - one.trust;

const textOf = (words: AskedWord[]) => words.map(({ folded }) => folded).join(' ');

/** The words without accents and without phrases that say nothing. */
export function coreOf(words: AskedWord[], data: SearchData): string {
  return textOf(coreWords(words, data));
}

function coreWords(words: AskedWord[], data: SearchData): AskedWord[] {
  const core: AskedWord[] = [];
  for (let at = 0; at < words.length; ) {
    const dropped = phraseAt(words, at, data.dropped.get(words[at]?.folded ?? '') ?? []);
    if (!dropped) core.push(words[at] as AskedWord);
    at += dropped?.length ?? 1;
  }
  return core;
}

/** The first of the phrases that stands at a place. */
function phraseAt(words: AskedWord[], at: number, phrases: AskedWord[][]): AskedWord[] | undefined {
  return phrases.find(
    (phrase) =>
      at + phrase.length <= words.length &&
      phrase.every((word, index) => means(words[at + index] as AskedWord, word)),
  );
}

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
          ...part.synonym.meant.map((meant, index) => ({ words: meant, trust: index === 0 ? 1 : 0.95 })),
          ...(part.synonym.instead ? [] : [{ words: part.words, trust: 0.97 }]),
        ]
      : [{ words: part.words, trust: 1 }];
    ways = ways.flatMap((way) =>
      forms.map((form) => ({ words: [...way.words, ...form.words], trust: way.trust * form.trust })),
    );
    ways = ways.slice(0, 4 * mostReadings);
  }
  const full = ways.filter((way) => way.words.length > 0);
  return full.length > 0 ? full.toSorted(moreTrusted) : [{ words, trust: 1 }];
}

interface Part {
  words: AskedWord[];
  synonym?: Synonym;
}

/** The question in parts: what people say otherwise, whole; what says nothing is left out; the rest word by word. */
function splitAt(words: AskedWord[], data: SearchData): Part[] {
  const parts: Part[] = [];
  for (let at = 0; at < words.length; ) {
    const first = words[at]?.folded ?? '';
    const synonym = data.synonyms.get(first)?.find(({ said }) => phraseAt(words, at, [said]));
    const dropped = phraseAt(words, at, data.dropped.get(first) ?? []);
    if (synonym && synonym.said.length >= (dropped?.length ?? 0)) {
      parts.push({ words: words.slice(at, at + synonym.said.length), synonym });
      at += synonym.said.length;
    } else if (dropped) at += dropped.length;
    else parts.push({ words: words.slice(at, ++at) });
  }
  return parts;
}
