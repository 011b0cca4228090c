import { languages, type Localised } from '#lib/platform';
import { texts } from './texts.js';

/** That a part was opened, in the words of its timeline. */
export function openedPast(number: string): Localised {
  const said = languages.map((language) => [language, texts(language)('opened-past', { number })]);
  return Object.fromEntries(said) as unknown as Localised;
}
