import type { Language } from '#lib/platform';
import type { OpenMandate } from './read-mandates.js';
import { scopeWords } from './scope-names.js';
import { representationTexts } from './texts.js';

/** What a mandate is good for, in words: to whoever holds it (`mine`), or to whom it is for. */
export function forWhat(
  language: Language,
  { kind, scopes, represented }: OpenMandate,
  { mine, scopeNames }: { mine: boolean; scopeNames: Map<string, string> },
): string {
  const t = representationTexts(language);
  if (kind === 'spouse') return t('forSpouse');
  if (kind === 'assistant') return t(mine ? 'forPrepareTheirs' : 'forPrepare');
  if (scopes !== 'all') return scopeWords(scopes, scopeNames);
  return represented.kind === 'organisation' ? t('forAllOfOrganisations') : t('forAll');
}
