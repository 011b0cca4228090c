import { formatDateTime } from '#lib/calendar';
import type { Language } from '#lib/platform';
import type { Passkey } from '../passkey/passkey.entity.js';
import { ownPasskeysTexts } from './texts.js';

/** What a passkey is called in front of its owner; one without a name, by when it was added, so that two are told apart. */
export function passkeyName(
  language: Language,
  { name, createdAt }: Pick<Passkey, 'name' | 'createdAt'>,
): string {
  const when = formatDateTime(language, createdAt, { weekday: false });
  return name ?? ownPasskeysTexts(language)('unnamed', { when });
}
