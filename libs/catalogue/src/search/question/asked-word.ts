import { foldForSearch } from '../fold.js';

/** One syllable or word of a text, in the two forms it is compared in. */
export interface AskedWord {
  /** `foldForSearch`: without accents. */
  folded: string;
  /** With accents, wherever the tone stands: `hoà` and `hòa` are one. */
  written: string;
  /** Whether it was written with accents: then another word of the same letters is not what was meant. */
  accented: boolean;
}

/** The words of a text in their order. */
export function wordsOf(text: string): AskedWord[] {
  return text
    .normalize('NFC')
    .toLowerCase()
    .split(/[^\p{L}\p{N}\p{M}]+/u)
    .flatMap(knownWord);
}

/** Whether somebody who typed `asked` may mean `other`. */
export function means(asked: AskedWord, other: AskedWord): boolean {
  return asked.folded === other.folded && (!asked.accented || asked.written === other.written);
}

// All titles together have some five thousand words; taking one apart costs more than all the rest.
const known = new Map<string, AskedWord[]>();

function knownWord(word: string): AskedWord[] {
  const found = known.get(word) ?? readWord(word);
  if (known.size > 20_000) known.clear();
  known.set(word, found);
  return found;
}

function readWord(word: string): AskedWord[] {
  const folded = foldForSearch(word);
  const written = tonesLast(word);
  if (!folded.includes(' ')) return folded ? [{ folded, written, accented: written !== folded }] : [];
  return folded.split(' ').map((part) => ({ folded: part, written: part, accented: false }));
}

const tones = /[\u0300\u0301\u0303\u0309\u0323]/gu;

function tonesLast(word: string): string {
  const open = word.normalize('NFD');
  return `${open.replace(tones, '')}${open.match(tones)?.join('') ?? ''}`.normalize('NFC');
}
