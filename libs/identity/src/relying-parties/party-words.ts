import { type Config, type Language, say } from '#lib/platform';
import { relyingParty } from './relying-party.js';
import { sharedScopesIn } from './shared-scopes.js';
import { relyingPartyTexts } from './texts.js';

/** A system that signs people in with the portal, in words: its name and who answers for it, if it still does so. */
export function partyWords(language: Language, config: Config, clientId: string): string {
  const party = relyingParty(config, clientId);
  if (!party) return relyingPartyTexts(language)('unknownSystem', { clientId });
  return `${say(party.system, language)} · ${say(party.agency, language)}`;
}

/** What is shared under these scopes, in words. */
export function scopeWords(language: Language, scopes: string[]): string[] {
  return sharedScopesIn(scopes.join(' ')).map((scope) => relyingPartyTexts(language)(`scope-${scope}`));
}
