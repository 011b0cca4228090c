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
 * `{{fact}}` is replaced by the refusal's facts, `{{wait}}` by its `seconds` in words.
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
  const { seconds } = facts;
  const all = typeof seconds === 'number' ? { ...facts, wait: waitWords(language, seconds) } : facts;
  return title && help ? { title: fill(title, all), help: fill(help, all) } : undefined;
}

/** How long to wait, never less than it takes: in seconds up to two minutes, in minutes up to two hours, else in hours. */
function waitWords(language: Language, seconds: number): string {
  const [unit, length] = seconds <= 120 ? ['second', 1] : seconds <= 7200 ? ['minute', 60] : ['hour', 3600];
  return new Intl.NumberFormat(language, { style: 'unit', unit, unitDisplay: 'long' }).format(
    Math.ceil(seconds / length),
  );
}

function fill(text: string, facts: Record<string, unknown>): string {
  return text.replace(/\{\{(\w+)\}\}/g, (_, name: string) => String(facts[name] ?? ''));
}
