import { addInboxEntry } from '#lib/notifications';
import { inEveryLanguage, newId, type Platform, type Tx } from '#lib/platform';
import { type OpenMandate, representedName } from './read-mandates.js';
import { representationTexts } from './texts.js';

/** Tells whoever may act for somebody from now on, or no longer, where they did not do it themselves. */
export async function tellRepresentative(
  tx: Tx,
  platform: Platform,
  mandate: Pick<OpenMandate, 'kind' | 'represented' | 'representativeId'>,
  { what = 'noticeYouMay', by }: { what?: 'noticeYouMay' | 'noticeYouMayNot'; by: string | null },
): Promise<void> {
  const { representativeId, kind } = mandate;
  if (!representativeId || representativeId === by) return;
  const words = (key: 'noticeYouMay' | 'noticeYouMayNot' | 'noticeYouMayBody' | 'noticeYouMayNotBody') =>
    inEveryLanguage((each) => {
      const t = representationTexts(each);
      return t(key, { represented: representedName(mandate), as: t(`as.${kind}`) });
    });
  await addInboxEntry(tx, {
    personId: representativeId,
    aboutId: newId(),
    sequence: 1,
    namesSomebody: true,
    title: words(what),
    body: words(`${what}Body`),
    href: '/account/acting',
    at: platform.clock.now(),
  });
}
