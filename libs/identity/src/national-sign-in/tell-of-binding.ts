import { addInboxEntry } from '#lib/notifications';
import { inEveryLanguage, type Localised, type Tx } from '#lib/platform';
import { tellPhone } from '../phone-notices/tell-phone.js';
import { nationalSignInTexts } from './texts.js';

/**
 * Tells a person in their inbox, and by text message, that from now on one can sign in as them with an identity of another
 * provider.
 */
export async function tellOfBinding(
  tx: Tx,
  personId: string,
  at: Date,
  kind: 'national' | 'foreign' = 'national',
): Promise<void> {
  const foreign = kind === 'foreign';
  await tellPhone(tx, personId, 'bound', at);
  await addInboxEntry(tx, {
    personId,
    aboutId: personId,
    sequence: foreign ? 2 : 1,
    namesSomebody: false,
    title: words(foreign ? 'noticeForeignTitle' : 'noticeTitle'),
    body: words(foreign ? 'noticeForeignBody' : 'noticeBody'),
    href: '/account/sessions',
    at,
  });
}

function words(key: 'noticeTitle' | 'noticeBody' | 'noticeForeignTitle' | 'noticeForeignBody'): Localised {
  return inEveryLanguage((each) => nationalSignInTexts(each)(key));
}
