/**
 * Whether two names are made of the same words, in whatever order, case and with whatever accents: passports write
 * CHANTHA SOKMONY where a register writes Sokmony Chantha. đ is a letter, which Unicode does not take apart.
 */
export function sameLetters(one: string, other: string): boolean {
  return folded(one) === folded(other);
}

function folded(name: string): string {
  const letters = name.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase().replaceAll('đ', 'd');
  return letters
    .split(/[^\p{L}]+/u)
    .filter(Boolean)
    .toSorted()
    .join(' ');
}
