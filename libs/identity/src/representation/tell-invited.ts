import { addInboxEntry } from '#lib/notifications';
import { inEveryLanguage, type Tx } from '#lib/platform';
import { representationTexts } from './texts.js';

/** Tells somebody that a citizen asks for their help; about the mandate, so that it is told once. */
export function tellInvited(
  tx: Tx,
  personId: string,
  { id, name, at }: { id: string; name: string; at: Date },
): Promise<void> {
  const words = (key: 'noticeInvited' | 'noticeInvitedBody') =>
    inEveryLanguage((each) => representationTexts(each)(key, { name }));
  return addInboxEntry(tx, {
    personId,
    aboutId: id,
    sequence: 1,
    namesSomebody: true,
    title: words('noticeInvited'),
    body: words('noticeInvitedBody'),
    href: '/account/acting',
    at,
  });
}
