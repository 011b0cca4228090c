/** The languages people read. Vietnamese is the official one and always present. */
export const languages = ['vi', 'en', 'fr'] as const;
export type Language = (typeof languages)[number];

/** A text in our own definitions: every language, checked at publication. */
export type Localised = Record<Language, string>;

/** A text in every language, from what says it in one. */
export function inEveryLanguage(text: (language: Language) => string): Localised {
  return Object.fromEntries(languages.map((language) => [language, text(language)])) as Localised;
}

/** A text from outside, such as the official title of a procedure: Vietnamese, others where known. */
export type LocalisedName = { vi: string } & Partial<Record<Language, string>>;

/** The words for `language`, else the Vietnamese ones. */
export function say(text: LocalisedName, language: Language): string {
  return text[language] ?? text.vi;
}
