import { type AskedWord, wordsOf } from './asked-word.js';
import type { Vocabulary } from './vocabulary.js';

/** A word that is known is mended only where another stands beside its neighbours so often, and it never does. */
const surelyMeant = 3;

/**
 * The words that were meant: keys of a Vietnamese keyboard that was off, words written together, one wrong letter a word.
 * Only what makes sense nowhere else is mended: an unknown word, or one that never stands beside its neighbours while a
 * like one does. `isSaid` are words that people use, wherever they stand.
 */
export function mendWords(
  asked: AskedWord[],
  vocabulary: Vocabulary,
  isSaid: (word: string) => boolean,
): AskedWord[] {
  const isKnown = (word: string) => isSaid(word) || vocabulary.documents(word) > 0;
  const apart = asked.flatMap((word) =>
    isKnown(word.folded) ? [word] : (typedPlain(word, isKnown) ?? takeApart(word, vocabulary)),
  );
  return apart.map((word, index) => {
    const { folded } = word;
    if (isSaid(folded) || (word.accented && isKnown(folded)) || /\d/.test(folded)) return word;
    const [before, after] = [apart[index - 1]?.folded, apart[index + 1]?.folded];
    const beside = (form: string) =>
      vocabulary.documents(`${before}_${form}`) + vocabulary.documents(`${form}_${after}`);
    const [best] = vocabulary
      .near(folded)
      .map((form) => ({ form, beside: beside(form), often: vocabulary.documents(form) }))
      .toSorted((one, other) => other.beside - one.beside || other.often - one.often);
    if (!best) return word;
    if (isKnown(folded)) return beside(folded) === 0 && best.beside >= surelyMeant ? plain(best.form) : word;
    // What fits nowhere is mended only where it stands alone, or is long enough to be sure of.
    return best.beside > 0 || apart.length === 1 || folded.length > 3 ? plain(best.form) : word;
  });
}

const plain = (folded: string): AskedWord => ({ folded, written: folded, accented: false });

/** `ddawng` and `d9ang8` are what Telex and VNI make `đăng` of. */
function typedPlain({ folded }: AskedWord, isKnown: (word: string) => boolean): AskedWord[] | undefined {
  const telex = folded
    .replace(/dd/g, 'd')
    .replace(/([aeo])\1/g, '$1')
    .replace(/w/g, '')
    .replace(/(?<=[aeiouy].*)[sfrxj]$/, '')
    .replace(/(?<=[aeiouy])[sfrxj](?=[aeiouycmnpt])/g, '');
  const vni = /^[a-z]+\d[a-z\d]*$/.test(folded) ? folded.replace(/\d/g, '') : '';
  const found = [telex, vni].find((form) => form !== folded && form.length > 1 && isKnown(form));
  return found ? [plain(found)] : undefined;
}

/** `khaisinh` is `khai sinh`, where those stand beside each other somewhere. */
function takeApart(word: AskedWord, vocabulary: Vocabulary): AskedWord[] {
  const { folded } = word;
  if (folded.length < 5 || folded.length > 40) return [word];
  // The best way to write each beginning: fewer unknown neighbours first.
  const best: ({ words: string[]; cost: number } | undefined)[] = [{ words: [], cost: 0 }];
  for (let end = 1; end <= folded.length; end++)
    for (let start = Math.max(0, end - 7); start < end; start++) {
      const before = best[start];
      const part = folded.slice(start, end);
      if (!before || vocabulary.documents(part) === 0) continue;
      const last = before.words.at(-1);
      const cost = before.cost + (last === undefined || vocabulary.documents(`${last}_${part}`) > 0 ? 1 : 50);
      if (cost < (best[end]?.cost ?? 100)) best[end] = { words: [...before.words, part], cost };
    }
  const found = best[folded.length];
  return found && found.cost < 50 ? found.words.flatMap(wordsOf) : [word];
}
