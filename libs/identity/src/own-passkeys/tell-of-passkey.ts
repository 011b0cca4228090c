import { addInboxEntry } from '#lib/notifications';
import { inEveryLanguage, type Tx } from '#lib/platform';
import type { Passkey } from '../passkey/passkey.entity.js';
import { passkeyName } from './passkey-name.js';
import { ownPasskeysTexts } from './texts.js';

const sequences = { noticeAdded: 1, noticeRemoved: 2 } as const;

/** Tells the owner in their inbox that a passkey was added or removed, as part of the act itself. */
export function tellOfPasskey(
  tx: Tx,
  notice: keyof typeof sequences,
  passkey: Pick<Passkey, 'id' | 'ownerId' | 'name' | 'createdAt'>,
  at: Date,
): Promise<void> {
  const words = (key: 'noticeAdded' | 'noticeRemoved' | 'noticeAddedBody' | 'noticeRemovedBody') =>
    inEveryLanguage((each) => ownPasskeysTexts(each)(key, { name: passkeyName(each, passkey) }));
  return addInboxEntry(tx, {
    personId: passkey.ownerId,
    aboutId: passkey.id,
    sequence: sequences[notice],
    namesSomebody: false,
    title: words(notice),
    body: words(`${notice}Body`),
    href: '/account/passkeys',
    at,
  });
}
