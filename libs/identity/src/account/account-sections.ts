import type { Language } from '#lib/platform';
import { assuranceTexts } from '../assurance/texts.js';
import { contactTexts } from '../contact/texts.js';
import { lockTexts } from '../lock/texts.js';
import { organisationTexts } from '../organisation-account/texts.js';
import { representationTexts } from '../representation/texts.js';
import { ownSessionsTexts } from '../own-sessions/texts.js';
import { relyingPartyTexts } from '../relying-parties/texts.js';
import { ownPasskeysTexts } from '../own-passkeys/texts.js';

/** The parts of the account, in the order of the page. A part without an entry is not shown. */
export const accountGroups = ['sign-in', 'identity', 'acting', 'data'] as const;

/** One entry of the account page: where it leads, and the words of the slice that is there. */
interface AccountSection {
  group: (typeof accountGroups)[number];
  href: string;
  words: (language: Language) => (key: 'sectionTitle' | 'sectionText') => string;
}

export const accountSections: AccountSection[] = [
  { group: 'sign-in', href: '/account/passkeys', words: ownPasskeysTexts },
  { group: 'sign-in', href: '/account/sessions', words: ownSessionsTexts },
  { group: 'identity', href: '/account/identity', words: assuranceTexts },
  { group: 'acting', href: '/account/acting', words: representationTexts },
  { group: 'acting', href: '/account/organisations', words: organisationTexts },
  { group: 'identity', href: '/account/identity/lock', words: lockTexts },
  { group: 'data', href: '/account/contact', words: contactTexts },
  { group: 'data', href: '/account/consents', words: relyingPartyTexts },
];

/** Puts an entry of a lib listed later on the account page. For module start, never for a request. */
export function addAccountSection(section: AccountSection): void {
  accountSections.push(section);
}
