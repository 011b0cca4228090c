import { addInboxEntry } from '#lib/notifications';
import { languages, type Localised, type Tx } from '#lib/platform';
import { nationalSignInTexts } from './texts.js';

/** Tells a person in their inbox that from now on one can sign in as them with an identity of another provider. */
export function tellOfBinding(tx: Tx, personId: string, at: Date): Promise<void> {
  return addInboxEntry(tx, {
    personId,
    aboutId: personId,
    sequence: 1,
    title: words('noticeTitle'),
    body: words('noticeBody'),
    href: '/account/sessions',
    at,
  });
}

function words(key: 'noticeTitle' | 'noticeBody'): Localised {
  return Object.fromEntries(languages.map((each) => [each, nationalSignInTexts(each)(key)])) as Localised;
}
