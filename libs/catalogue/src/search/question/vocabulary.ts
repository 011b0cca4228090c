/** The words of the catalogue: how rare each is, and which are alike. */
export interface Vocabulary {
  /** How many procedures hold a term (`termsOf`) in title or field. */
  documents(term: string): number;
  /** How much a term tells: the logarithm of how rare it is; nobody has it: as rare as one. */
  weight(term: string): number;
  /** Words of three letters or more that are one letter away: another, one more, one less, two changed places. */
  near(word: string): string[];
  beginningWith(start: string): string[];
}

/** The vocabulary of a catalogue of `size` procedures, of which `counts` says how many hold each term. */
export function makeVocabulary(counts: Map<string, number>, size: number): Vocabulary {
  const words = [...counts.keys()].filter((term) => !term.includes('_')).toSorted();
  const shortened = new Map<string, string[]>();
  for (const word of words)
    for (const form of [word, ...withoutOneLetter(word)])
      shortened.set(form, [...(shortened.get(form) ?? []), word]);
  const documents = (term: string) => counts.get(term) ?? 0;
  return {
    documents,
    weight: (term) => Math.log(1 + size / Math.max(1, documents(term))),
    near: (word) => {
      const found = [word, ...withoutOneLetter(word)].flatMap((form) => shortened.get(form) ?? []);
      return [...new Set(found)].filter((other) => other !== word && isOneAway(word, other));
    },
    beginningWith: (start) => {
      const first = lowerBound(words, start);
      const end = words.findIndex((word, index) => index >= first && !word.startsWith(start));
      return words.slice(first, end < 0 ? undefined : end);
    },
  };
}

function withoutOneLetter(word: string): string[] {
  return Array.from(word, (_letter, index) => word.slice(0, index) + word.slice(index + 1));
}

function isOneAway(one: string, other: string): boolean {
  // Short words are next to everything: of two letters only those that sound alike, `ki` and `ky`.
  if (one.length < 3) return one.replace('i', 'y') === other.replace('i', 'y');
  if (Math.abs(one.length - other.length) > 1) return false;
  let start = 0;
  while (start < one.length && one[start] === other[start]) start++;
  const [a, b] = [one.slice(start), other.slice(start)];
  if (a.length !== b.length) return a.length > b.length ? a.slice(1) === b : a === b.slice(1);
  return a.slice(1) === b.slice(1) || (a[0] === b[1] && a[1] === b[0] && a.slice(2) === b.slice(2));
}

function lowerBound(sorted: string[], wanted: string): number {
  let [low, high] = [0, sorted.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((sorted[middle] ?? '') < wanted) low = middle + 1;
    else high = middle;
  }
  return low;
}
