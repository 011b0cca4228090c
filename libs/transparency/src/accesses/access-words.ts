import type { AccessEvent } from '#lib/audit';
import { partyWords, scopeWords } from '#lib/identity';
import { agencyName, type Agency } from '#lib/organisations';
import type { Config, Language } from '#lib/platform';
import { texts } from '../texts.js';

type Key = Parameters<ReturnType<typeof texts>>[0];

/** What the portal itself asks registers for. */
const lookUps = [
  'sign-up',
  'national-sign-in',
  'representation',
  'identity-check',
  'organisation-account',
  'officer-household',
  'prefill',
] as const;

/** Of a look at an application of somebody else in which the person is named; see `recordCaseAccess`. */
export const namedInCase = 'named-in-case';

/** What was seen, in words; of a question to a register also why it was asked. */
export function seenWords(
  language: Language,
  { what, purpose }: Pick<AccessEvent, 'what' | 'purpose'>,
): string {
  const t = texts(language);
  if (purpose === namedInCase) return t('seen-naming-you');
  const lookUp = lookUps.find((each) => what === 'register-query' && each === purpose);
  return lookUp ? t('looked-up', { why: t(`why-${lookUp}`) }) : t(`seen-${what}`);
}

/** The same, and of what another system was told. */
export function whatWords(
  language: Language,
  { what, purpose, scopes }: Pick<AccessEvent, 'what' | 'purpose' | 'scopes'>,
): string {
  const t = texts(language);
  const told = scopes.length > 0 ? t('shared-what', { scopes: scopeWords(language, scopes).join(', ') }) : '';
  return [seenWords(language, { what, purpose }), told].filter(Boolean).join('. ');
}

/** Who it was, in words: which other system, or in which role and of which agency, never by name. */
export function whoWords(
  language: Language,
  config: Config,
  { actorKind, roles, relyingParty }: Pick<AccessEvent, 'actorKind' | 'relyingParty'> & { roles: string[] },
  agency: Agency | undefined,
): string {
  const t = texts(language);
  if (relyingParty) return partyWords(language, config, relyingParty);
  if (actorKind === 'citizen') return t('by-citizen');
  if (!agency) return t('by-system');
  const name = agencyName(agency, language);
  if (actorKind === 'system') return t('by-system-for', { agency: name });
  const named = roles.map((role) => t(`role-${role}` as Key));
  return named.length > 0
    ? t('by-officer-as', { agency: name, roles: named.join(', ') })
    : t('by-officer', { agency: name });
}
