import { addInboxEntry } from '#lib/notifications';
import { inEveryLanguage, type Localised, type Tx } from '#lib/platform';
import { noticeTexts } from './notice-texts.js';

/** What the holder of an identity is told of. */
export type HolderNotice =
  | 'raised-register-and-phone'
  | 'raised-national-identity'
  | 'raised-counter'
  | 'refused-counter'
  | 'locked'
  | 'unlocked'
  | 'recovery-started'
  | 'recovery-cancelled'
  | 'recovered';

interface HolderNews {
  personId: string;
  aboutId: string;
  notice: HolderNotice;
  at: Date;
  /** Where the person goes on; default: the page about their identity. */
  next?: string | undefined;
}

/** Tells somebody in their inbox what happened to their identity, as part of the act itself. */
export function tellHolder(tx: Tx, { personId, aboutId, notice, at, next = '/' }: HolderNews): Promise<void> {
  return addInboxEntry(tx, {
    personId,
    aboutId,
    // A recovery has two notices, and both are about it.
    sequence: notice === 'recovery-cancelled' ? 2 : 1,
    namesSomebody: false,
    title: words(notice),
    body: words(`${notice}.body`),
    href: next === '/' ? '/account/identity' : next,
    at,
  });
}

function words(key: HolderNotice | `${HolderNotice}.body`): Localised {
  return inEveryLanguage((each) => noticeTexts(each)(key));
}
