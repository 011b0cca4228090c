import { languages, type Localised } from '#lib/platform';
import { type Finding, finding } from './finding.js';

/** A text people read is there in every language. */
export function checkTexts(path: string, texts: Partial<Localised> | undefined): Finding[] {
  return languages
    .filter((language) => typeof texts?.[language] !== 'string' || texts[language].trim() === '')
    .map((language) => finding(`${path}.${language}`, 'text-missing', { language }));
}
