import type { Language } from '#lib/platform';
import { deviceOf } from '../session/device-of.js';
import { ownSessionsTexts } from './texts.js';

/** "Chrome on Windows", as far as the user agent says. */
export function deviceName(language: Language, userAgent: string): string {
  const t = ownSessionsTexts(language);
  const { browser = t('unknownBrowser'), system } = deviceOf(userAgent);
  return system ? t('browserOnSystem', { browser, system }) : browser;
}
