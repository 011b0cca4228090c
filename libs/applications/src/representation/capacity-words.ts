import type { Representation } from '#lib/identity';
import type { Language } from '#lib/platform';
import { texts } from './texts.js';

/** In what capacity somebody acts for another. */
export function capacityWords(language: Language, kind: Representation['kind']): string {
  return texts(language)(`as.${kind}`);
}
