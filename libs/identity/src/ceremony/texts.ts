import { defineTexts, type Language } from '#lib/platform';
import type { BrowserMessages } from './messages.js';
import en from './texts.en.json' with { type: 'json' };
import fr from './texts.fr.json' with { type: 'json' };
import vi from './texts.vi.json' with { type: 'json' };

export const ceremonyTexts = defineTexts({ vi, en, fr });

const keys = [
  'waiting',
  'checking',
  'cancelled',
  'unsupported',
  'insecure',
  'network',
  'alreadyHere',
  'noVerification',
  'failed',
  'unknownHere',
  'expired',
] as const satisfies (keyof BrowserMessages)[];

/** The sentences for the islands, as the value of a data attribute. */
export function browserMessages(language: Language): string {
  const t = ceremonyTexts(language);
  return JSON.stringify(Object.fromEntries(keys.map((key) => [key, t(key)])));
}
