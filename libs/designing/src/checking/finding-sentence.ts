import { definitionFindingWords } from '#lib/catalogue';
import { defineTexts, type Language } from '#lib/platform';
import type { PlacedFinding } from './check-text.js';
import en from './texts.en.json' with { type: 'json' };
import fr from './texts.fr.json' with { type: 'json' };
import vi from './texts.vi.json' with { type: 'json' };

const texts = defineTexts({ vi, en, fr });

/** What is wrong and how to mend it, in a sentence. */
export function findingSentence(finding: PlacedFinding, language: Language): string {
  const { code, facts } = finding;
  if (Object.hasOwn(vi, code)) return texts(language)(code as keyof typeof vi, facts);
  return definitionFindingWords(finding, language);
}
