import type { Language } from '#lib/platform';
import type { ConsoleView } from './read-console.js';
import type { ConsoleTexts } from './texts.js';

/** What every section of the console is drawn from. */
export interface SectionProps {
  view: ConsoleView;
  language: Language;
  t: ConsoleTexts;
}
