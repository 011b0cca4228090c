/** Of a longer word only its beginning counts; an index holds no more. */
const longestWord = 60;

/**
 * What a folded text is found by: each word, and each two that follow one another, as `khai_sinh`. Vietnamese words are
 * mostly of two syllables, so a pair says far more than its halves.
 */
export function termsOf(folded: string): string[] {
  const words = folded
    .split(' ')
    .filter(Boolean)
    .map((word) => word.slice(0, longestWord));
  return [...words, ...words.slice(1).map((word, index) => `${words[index]}_${word}`)];
}
