import type { Language } from '#lib/platform';
import { deviceOf } from '../session/device-of.js';
import { ownSessionsTexts } from './texts.js';

/** "Chrome on Windows", as far as the user agent says. */
export function deviceName(language: Language, userAgent: string): string {
  return inWords(language, deviceOf(userAgent));
}

/** The same for a device as `known_device` names it: `Safari/iPhone`. */
export function deviceKeyWords(language: Language, key: string): string {
  const [browser, system] = key.split('/');
  return inWords(language, { browser, system });
}

function inWords(
  language: Language,
  { browser, system }: { browser?: string | undefined; system?: string | undefined },
): string {
  const t = ownSessionsTexts(language);
  const known = browser || t('unknownBrowser');
  return system ? t('browserOnSystem', { browser: known, system }) : known;
}
