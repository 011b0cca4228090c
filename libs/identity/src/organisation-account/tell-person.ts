import { addInboxEntry } from '#lib/notifications';
import { inEveryLanguage, newId, type Platform, type Tx } from '#lib/platform';
import { v5 } from 'uuid';
import { organisationTexts } from './texts.js';

type Notice =
  | 'noticeConsentAsked'
  | 'noticeOpened'
  | 'noticeOpenedByConsent'
  | 'noticeRefused'
  | 'noticeRegisterChanged'
  | 'noticeTakenOver'
  | 'noticeEmployeeEnded'
  | 'noticeLapsed'
  | 'noticeClosed'
  | 'noticeEmployeeAsked';

/** Puts a notice about an organisation into the inbox of a person; one `about` something (its id) is put there once. */
export async function tellPerson(
  tx: Tx,
  platform: Platform,
  personId: string,
  notice: { what: Notice; organisation: string; name?: string; href?: string; about?: string },
): Promise<void> {
  const { what, organisation, name = '', href = '/account/organisations', about } = notice;
  const words = (key: Notice | `${Notice}Body`) =>
    inEveryLanguage((each) => organisationTexts(each)(key, { organisation, name }));
  await addInboxEntry(tx, {
    personId,
    aboutId: about ? v5(about, personId) : newId(),
    sequence: 1,
    namesSomebody: true,
    title: words(what),
    body: words(`${what}Body`),
    href,
    at: platform.clock.now(),
  });
}
