import { formatDateTime } from '#lib/calendar';
import type { ServiceDefinition } from '#lib/catalogue';
import { say } from '#lib/platform';
import { Button, CodeText, InsetText, type PageContext, PageHeading, SitePage, SummaryList } from '#lib/web';
import type { Application } from '../application/application.entity.js';
import { itemName } from '../application/event-reasons.js';
import type { SupplementRequest } from './last-request.js';
import { texts } from './texts.js';

interface SupplementPageProps {
  context: PageContext;
  application: Application;
  definition: ServiceDefinition;
  request: SupplementRequest;
  /** Whether the term stands still until the answer and is then counted anew. */
  restarts: boolean;
}

/** Everything that is asked for, with reasons, before the citizen starts answering. */
export function SupplementPage({ context, application, definition, request, restarts }: SupplementPageProps) {
  const { language } = context;
  const t = texts(language);
  return (
    <SitePage
      context={context}
      title={t('title')}
      back={{ href: `/applications/${application.id}`, text: t('back') }}
    >
      <PageHeading
        caption={
          <>
            {say(definition.title, language)} · <CodeText>{application.number}</CodeText>
          </>
        }
        lead={t('lead', { count: request.items.length })}
      >
        {t('title')}
      </PageHeading>
      <SummaryList
        rows={request.items.map((item) => ({
          key: itemName(item, definition, language),
          value: item.reason,
        }))}
      />
      {request.note && <InsetText>{request.note}</InsetText>}
      <p class="secondary">{t('asked-at', { time: formatDateTime(language, request.at) })}</p>
      <p>
        {t('no-last-day')} {restarts && t('term-stands-still')}
      </p>
      <form method="post" action={`/applications/${application.id}/supplement/drafts`}>
        <Button preventDoubleClick>{t('start')}</Button>
      </form>
    </SitePage>
  );
}
