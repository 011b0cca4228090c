import { formFindingWords } from '#lib/forms';
import { defineTexts, type Language } from '#lib/platform';
import { findingWords } from '#lib/workflow';
import type { Finding } from '../finding.js';
import en from './texts.en.json' with { type: 'json' };
import fr from './texts.fr.json' with { type: 'json' };
import vi from './texts.vi.json' with { type: 'json' };

const texts = defineTexts({ vi, en, fr });

/**
 * What is wrong in a definition and how to mend it, to a service designer: in its form, its workflow, or what stands
 * beside them. The place is the finding's `path`.
 */
export function definitionFindingWords(finding: Pick<Finding, 'code' | 'facts'>, language: Language): string {
  const { code, facts } = finding;
  if (Object.hasOwn(vi, code)) return texts(language)(code as keyof typeof vi, facts);
  const inForm = formFindingWords(finding, language);
  return inForm === code ? findingWords(finding, language) : inForm;
}
