import type { Language } from '#lib/platform';

/** What each language calls itself. */
export const languageNames: Record<Language, string> = { vi: 'Tiếng Việt', en: 'English', fr: 'Français' };
