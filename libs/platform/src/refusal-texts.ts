import { type Language, languages } from './language.js';

/** The words of a refusal: what is the case, and what the person can do about it. */
export interface RefusalWords {
  title: string;
  help: string;
}

type RefusalTexts = Record<string, string>;
const known: Record<Language, Map<string, string>> = { vi: new Map(), en: new Map(), fr: new Map() };

/**
 * Adds the words of a slice's refusals: for each code `<code>` (what is the case) and `<code>.help` (what to do).
 * `{{fact}}` is replaced by the refusal's facts.
 */
export function defineRefusalTexts(texts: Record<Language, RefusalTexts>): void {
  for (const language of languages)
    for (const [key, text] of Object.entries(texts[language])) known[language].set(key, text);
}

/** The words for a refusal code, or undefined for a code nobody wrote words for. */
export function refusalWords(
  code: string,
  language: Language,
  facts: Record<string, unknown> = {},
): RefusalWords | undefined {
  const [title, help] = [known[language].get(code), known[language].get(`${code}.help`)];
  return title && help ? { title: fill(title, facts), help: fill(help, facts) } : undefined;
}

function fill(text: string, facts: Record<string, unknown>): string {
  return text.replace(/\{\{(\w+)\}\}/g, (_, name: string) => String(facts[name] ?? ''));
}
