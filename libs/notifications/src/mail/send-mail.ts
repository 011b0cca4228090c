import type { TaskList } from 'graphile-worker';
import type { Language, Localised, Platform } from '#lib/platform';
import { openContact, openPending } from '../contact/contact-address.js';
import type { Mail, MailSender } from './mail-sender.js';
import { texts } from './texts.js';

/**
 * The mail jobs. A job that fails is tried again, up to 25 times within about four days; one that ran and died before
 * it was done with sends the same mail, with the same Message-ID, once more.
 */
export function mailTasks(platform: Platform, sender: MailSender): TaskList {
  const unlessGone = async (mail: Mail | undefined) => (mail ? sender.send(mail) : undefined);
  return {
    'mail-notice': async (payload) =>
      unlessGone(await noticeMail(platform, (payload as { entryId: string }).entryId)),
    'mail-code': async (payload) =>
      unlessGone(await codeMail(platform, (payload as { codeId: string }).codeId)),
  };
}

/**
 * A notice as a mail: its title, or only that there is news where the title names somebody, and where to read on; nothing
 * else. Mail travels and rests unsealed with others, on screens that anybody may see: what a notice says of a person and
 * their matter stays behind the sign-in.
 */
async function noticeMail(platform: Platform, entryId: string): Promise<Mail | undefined> {
  const [row]: {
    title: Localised;
    href: string;
    names_somebody: boolean;
    at: Date;
    person_id: string;
    address_sealed: string;
    language: Language;
  }[] = await platform.database.query(
    `SELECT title, href, names_somebody, at, person_id, address_sealed, language
       FROM notifications.inbox_entry JOIN notifications.contact_address USING (person_id)
      WHERE id = $1 AND verified_at IS NOT NULL AND notices`,
    [entryId],
  );
  if (!row) return undefined;
  const { origin } = platform.config.portal;
  const t = texts(row.language);
  const title = row.names_somebody ? t('news') : row.title[row.language];
  return {
    messageId: messageId(platform, 'notice', entryId),
    to: openContact(platform, row.person_id, row.address_sealed),
    subject: title,
    text: [title, t('read', { href: `${origin}${row.href}` }), foot(platform, row.language)].join('\n\n'),
    at: row.at,
  };
}

/** The code that shows that an address is its person's; nothing once it was used, replaced or has run out. */
async function codeMail(platform: Platform, codeId: string): Promise<Mail | undefined> {
  const [row]: { person_id: string; pending_sealed: string; language: Language; pending_relayed_at: Date }[] =
    await platform.database.query(
      `SELECT person_id, pending_sealed, language, pending_relayed_at FROM notifications.contact_address
        WHERE pending_id = $1 AND pending_until > $2`,
      [codeId, platform.clock.now()],
    );
  if (!row) return undefined;
  const { address, code } = openPending(platform, row.person_id, row.pending_sealed);
  const t = texts(row.language);
  return {
    messageId: messageId(platform, 'code', codeId),
    to: address,
    subject: t('code-subject'),
    text: [t('code', { code }), t('code-unasked')].join('\n\n'),
    at: row.pending_relayed_at,
  };
}

const foot = (platform: Platform, language: Language) =>
  texts(language)('foot', { href: `${platform.config.portal.origin}/account/contact` });

const messageId = (platform: Platform, kind: 'notice' | 'code', id: string) =>
  `<${kind}.${id}@${platform.config.portal.rpId}>`;
