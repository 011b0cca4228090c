import { formatDateTime } from '#lib/calendar';
import { shortTitle } from '#lib/catalogue';
import { ButtonGroup, LinkButton, type PageContext, PageHeading, QueueTable, SitePage } from '#lib/web';
import type { DraftEvent } from './history-of.js';
import type { DraftNow } from './read-draft.js';
import { texts } from './texts.js';

interface HistoryPageProps {
  context: PageContext;
  now: DraftNow;
  history: DraftEvent[];
  /** Of officers, by id. */
  names: Map<string, string>;
}

const isText = ({ what }: DraftEvent) => !['proposed', 'approved', 'returned', 'withdrawn'].includes(what);

/** What was done to a draft revision, when and by whom; each text can be fetched and taken up again. */
export function HistoryPage({ context, now: { draft, proposal }, history, names }: HistoryPageProps) {
  const { language } = context;
  const t = texts(language);
  const home = `/design/drafts/${draft.id}`;
  const open = !draft.endedAt && !proposal;
  return (
    <SitePage
      context={context}
      title={t('history')}
      layout="wide"
      back={{ href: home, text: shortTitle(draft.title) }}
    >
      <PageHeading caption={shortTitle(draft.title)}>{t('history')}</PageHeading>
      <QueueTable
        caption={t('history')}
        columns={[
          { id: 'what', title: t('what'), heads: true },
          { id: 'by', title: t('by') },
          { id: 'at', title: t('at') },
          { id: 'acts', title: t('acts'), bare: true },
        ]}
        rows={history.map((event) => ({
          id: `${event.what}-${event.version}-${event.at.getTime()}`,
          cells: {
            what: (
              <>
                {t(`event-${event.what}`, { version: event.version })}
                {event.reason ? <p class="secondary">{event.reason}</p> : null}
              </>
            ),
            by: names.get(event.by) ?? '',
            at: formatDateTime(language, event.at, { weekday: false }),
            acts: isText(event) ? (
              <ButtonGroup>
                <a href={`${home}/versions/${event.version}/definition.yaml`}>
                  {t('download')}
                  <span class="govuk-visually-hidden"> {t('version', { version: event.version })}</span>
                </a>
                {open && event.version !== draft.version ? (
                  <form method="post" action={`${home}/versions/${event.version}/restoration`}>
                    <input type="hidden" name="version" value={draft.version} />
                    <LinkButton>
                      {t('restore')}
                      <span class="govuk-visually-hidden"> {t('version', { version: event.version })}</span>
                    </LinkButton>
                  </form>
                ) : null}
              </ButtonGroup>
            ) : null,
          },
        }))}
      />
    </SitePage>
  );
}
