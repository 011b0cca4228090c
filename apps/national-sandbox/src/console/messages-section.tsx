import { formatDateTime } from '#lib/calendar';
import { CodeText, EmptyState, FilterForm, Input, QueueTable } from '#lib/web';
import type { SectionProps } from './section-props.js';

/** What phones got, newest first; the code of a message stands before it. */
export function MessagesSection({ view, language, t }: SectionProps) {
  const { phone } = view.query;
  // An address of its own each time: a link to the page one is on would only scroll.
  const reload = `/?${new URLSearchParams({ ...(phone && { phone }), at: String(view.now.getTime()) })}#messages`;
  const nameOf = new Map(view.people.map((person) => [person.phone, person.fullName]));
  return (
    <section id="messages">
      <h2>{t('messages')}</h2>
      <p>
        <a href={reload}>{t('reload')}</a>
      </p>
      <FilterForm action="/#messages" label={t('filterMessages')} clearHref={phone && '/#messages'}>
        <Input
          name="phone"
          label={t('phoneFilter')}
          value={phone}
          inputmode="numeric"
          width={10}
          autocomplete="off"
        />
      </FilterForm>
      {view.messages.length === 0 ? (
        <EmptyState title={t('noMessages')}>
          {phone ? t('noMessagesTo', { phone }) : t('noMessagesHelp')}
        </EmptyState>
      ) : (
        <QueueTable
          caption={t('messages')}
          columns={[
            { id: 'code', title: t('code'), heads: true },
            { id: 'to', title: t('to') },
            { id: 'received', title: t('received') },
            { id: 'text', title: t('message'), bare: true },
          ]}
          rows={view.messages.map((message) => ({
            id: message.id,
            cells: {
              code: <Code content={message.content} t={t} />,
              to: (
                <>
                  <CodeText>{message.phone}</CodeText>
                  <br />
                  <span class="secondary">{nameOf.get(message.phone)}</span>
                </>
              ),
              received: formatDateTime(language, message.receivedAt, { weekday: false }),
              text: message.content,
            },
          }))}
        />
      )}
    </section>
  );
}

/** The first six digits that stand by themselves: not those within the code of an application. */
export function Code({ content, t }: Pick<SectionProps, 't'> & { content: string }) {
  const code = /(?<!\S)\d{6}(?![\d\-/])/.exec(content)?.[0];
  return code ? (
    <strong class="govuk-!-font-size-27">
      <CodeText>{code}</CodeText>
    </strong>
  ) : (
    <span class="secondary">{t('noCode')}</span>
  );
}
