import { createContext } from 'preact';
import { useContext } from 'preact/hooks';
import type { Language } from '#lib/platform';
import { shellTexts } from './texts.js';

/** The language of the page being rendered, so that no component has to be told. Provided by `Page`. */
export const PageLanguage = createContext<Language>('vi');

export function usePageLanguage(): Language {
  return useContext(PageLanguage);
}

/** The components' own words in the language of the page. */
export function useTexts(): ReturnType<typeof shellTexts> {
  return shellTexts(usePageLanguage());
}
