import { defineTexts, type Language } from '#lib/platform';
import type { Finding } from '../finding.js';
import en from './texts.en.json' with { type: 'json' };
import fr from './texts.fr.json' with { type: 'json' };
import vi from './texts.vi.json' with { type: 'json' };

const texts = defineTexts({ vi, en, fr });

/** What is wrong in a form and how to mend it, to a service designer; the place is the finding's `path`. */
export function formFindingWords(
  { code, facts }: Pick<Finding, 'code' | 'facts'>,
  language: Language,
): string {
  return Object.hasOwn(vi, code) ? texts(language)(code as keyof typeof vi, facts) : code;
}
