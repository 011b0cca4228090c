import { createInstance } from 'i18next';
import { type Language, languages } from './language.js';

type Facts = Record<string, unknown>;
/** Plural forms are one key for the caller: `items_one` and `items_other` are asked for as `items`. */
type TextKey<K> = K extends `${infer Base}_${'zero' | 'one' | 'two' | 'few' | 'many' | 'other'}` ? Base : K;

/** Says a text of one slice: `t('accepted', { name })`. `{{name}}` is replaced; pages escape, texts do not. */
export type Translate<K extends string> = (key: K, facts?: Facts) => string;

const i18n = createInstance();
void i18n.init({
  lng: 'vi',
  fallbackLng: 'vi',
  initAsync: false,
  interpolation: { escapeValue: false },
  resources: {},
});
let slices = 0;

/**
 * The texts of a slice, from its `texts.vi.json`, `texts.en.json` and `texts.fr.json` (flat: key to text).
 * Returns a function of the language. The Vietnamese file decides which keys exist.
 */
export function defineTexts<V extends Record<string, string>>(texts: {
  vi: V;
  en: Record<string, string>;
  fr: Record<string, string>;
}): (language: Language) => Translate<TextKey<keyof V & string>> {
  const namespace = `slice-${++slices}`;
  for (const language of languages) i18n.addResourceBundle(language, namespace, texts[language]);
  const translators = Object.fromEntries(
    languages.map((language) => [
      language,
      (key: string, facts?: Facts) =>
        (facts === undefined && plain(texts[language][key])) ||
        i18n.t(key, { ...facts, lng: language, ns: namespace, keySeparator: false, nsSeparator: false }),
    ]),
  ) as Record<Language, Translate<string>>;
  return (language) => translators[language] as Translate<TextKey<keyof V & string>>;
}

/** A text that says the same whatever the facts needs no work; most of a page are such. */
function plain(text: string | undefined): string | undefined {
  return text?.includes('{{') ? undefined : text;
}
