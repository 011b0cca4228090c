import type { Language } from '#lib/platform';
import type { Passkey } from '../passkey/passkey.entity.js';
import { ownPasskeysTexts } from './texts.js';

/** What a passkey is called in front of its owner. */
export function passkeyName(language: Language, { name }: Pick<Passkey, 'name'>): string {
  return name ?? ownPasskeysTexts(language)('unnamed');
}
