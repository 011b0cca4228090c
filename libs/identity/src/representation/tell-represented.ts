import { addInboxEntry } from '#lib/notifications';
import { inEveryLanguage, newId, type Platform, type Tx } from '#lib/platform';
import { namesOf } from '../person/names-of.js';
import { personWithIdNumber } from '../person/person-with-id-number.js';
import { type OpenMandate, representedName } from './read-mandates.js';
import { representationTexts } from './texts.js';

type News =
  | 'noticeHandedOver'
  | 'noticeSupplementHandedOver'
  | 'noticeGranted'
  | 'noticeFiled'
  | 'noticeSupplemented'
  | 'noticeEnded'
  | 'noticeDeclined'
  | 'noticeEndedAtCounter';

/**
 * Tells whoever is represented, if they have an account, what was done in their name; for an organisation its legal
 * representative. Nobody is told of what they did themselves, and of the same thing (`about`) once.
 */
export async function tellRepresented(
  tx: Tx,
  platform: Platform,
  mandate: Pick<OpenMandate, 'kind' | 'represented'>,
  news: { what: News; by: string; href: string; about?: string },
): Promise<void> {
  const personId = await personRepresented(tx, platform, mandate);
  if (!personId || personId === news.by) return;
  const name = (await namesOf(tx, [news.by])).get(news.by) ?? '';
  const words = (key: News | `${News}Body`) =>
    inEveryLanguage((each) => {
      const t = representationTexts(each);
      return t(key, { name, represented: representedName(mandate), as: t(`as.${mandate.kind}`) });
    });
  await addInboxEntry(tx, {
    personId,
    aboutId: news.about ?? newId(),
    sequence: 1,
    namesSomebody: true,
    title: words(news.what),
    body: words(`${news.what}Body`),
    href: news.href,
    at: platform.clock.now(),
  });
}

/** The account of whoever is represented; undefined for a child and for anybody else who has none. */
async function personRepresented(
  tx: Tx,
  platform: Platform,
  { represented }: Pick<OpenMandate, 'represented'>,
): Promise<string | undefined> {
  return represented.kind === 'organisation'
    ? represented.legalRepresentative.id
    : personWithIdNumber(tx, platform, represented.idNumber);
}
