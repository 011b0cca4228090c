import type { Language } from '#lib/platform';
import type { Paper } from '../../import/procedure-facts.js';
import { texts } from './texts.js';

/** "1 bản chính, 2 bản sao"; a dash where neither is asked for. */
export function quantityWords(language: Language, { originals, copies }: Paper): string {
  const t = texts(language);
  const parts = [
    originals > 0 && t('originals', { count: originals }),
    copies > 0 && t('copies', { count: copies }),
  ].filter(Boolean);
  // "2 bản chính" in a narrow column breaks after the comma, not before the last word.
  return parts.map((part) => String(part).replaceAll(' ', '\u00a0')).join(', ') || '–';
}
