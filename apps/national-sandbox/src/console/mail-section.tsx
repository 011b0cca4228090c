import { formatDateTime } from '#lib/calendar';
import { EmptyState, QueueTable } from '#lib/web';
import { Code } from './messages-section.js';
import type { SectionProps } from './section-props.js';

/** Mails of the portal, newest first. */
export function MailSection({ view, language, t }: SectionProps) {
  return (
    <section id="mail">
      <h2>{t('mail')}</h2>
      <p>{t('mailFor')}</p>
      {view.mail.length === 0 ? (
        <EmptyState title={t('noMail')}>{t('noMailHelp')}</EmptyState>
      ) : (
        <QueueTable
          caption={t('mail')}
          columns={[
            { id: 'subject', title: t('subject'), heads: true },
            { id: 'to', title: t('to') },
            { id: 'received', title: t('received') },
            { id: 'text', title: t('message'), bare: true },
          ]}
          rows={view.mail.map((mail) => ({
            id: mail.id,
            cells: {
              subject: mail.subject,
              to: mail.recipient,
              received: formatDateTime(language, mail.receivedAt, { weekday: false }),
              text: (
                <>
                  {/\d{6}/.test(mail.content) && <Code content={mail.content} t={t} />}
                  <p class="written">{withLinks(mail.content, view.portalOrigin)}</p>
                </>
              ),
            },
          }))}
        />
      )}
    </section>
  );
}

/** Addresses of the portal, to be opened. */
function withLinks(content: string, origin: string) {
  return content
    .split(/(\s+)/)
    .map((word) => (word.startsWith(`${origin}/`) ? <a href={word}>{word}</a> : word));
}
