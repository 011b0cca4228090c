import type { FlagCode } from '#lib/catalogue';
import type { Language } from '#lib/platform';
import { texts } from './texts.js';

/** What the importer was not sure of, in words. */
export function flagWords(flag: FlagCode, language: Language): string {
  return texts(language)(`flag-${flag}`);
}
