import type { Place } from './places-in.js';

/** A text with other values at some of its places. Everything around them stays letter by letter. */
export function changePlaces(text: string, changes: { place: Place; value: string }[]): string {
  const fromTheEnd = changes.toSorted((one, other) => other.place.range[0] - one.place.range[0]);
  let changed = text;
  for (const { place, value } of fromTheEnd) {
    const [start, end] = place.range;
    const gap = start === end && changed[start - 1] === ':' ? ' ' : '';
    changed = changed.slice(0, start) + gap + written(place, value) + changed.slice(end);
  }
  return changed;
}

/** Words that mean nothing else in YAML, wherever they stand. */
const plain = /^\p{L}(?:[\p{L}\p{M}\p{N} .()/’–…?-]*[\p{L}\p{M}\p{N}.)…?])?$/u;
const meaningful = /^(?:true|false|yes|no|on|off|null|y|n)$/i;

function written({ kind }: Place, value: string): string {
  if (kind === 'number' && /^\d+(?:\.\d+)?$/.test(value)) return value;
  return writtenWords(value);
}

/** Words as YAML takes them for words, wherever they stand. */
export function writtenWords(value: string): string {
  return plain.test(value) && !meaningful.test(value) ? value : JSON.stringify(value);
}
