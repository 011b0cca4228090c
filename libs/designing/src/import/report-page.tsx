import type { Proposed } from '#lib/catalogue';
import { Button, type PageContext, PageHeading, SitePage, SummaryList } from '#lib/web';
import { texts } from './texts.js';

const most = 50;

/** What came of reading an export. */
export function ReportPage({ context, proposed }: { context: PageContext; proposed: Proposed }) {
  const { language } = context;
  const t = texts(language);
  const { report, counts, absent } = proposed;
  const figures = [
    ['lines', report.rows],
    ['rejected', report.rejected.length],
    ['added', counts.added],
    ['changed', counts.changed],
    ['unchanged', counts.unchanged],
    ['dismissed', counts.dismissed],
    ['absent', absent],
  ] as const;
  return (
    <SitePage
      context={{ ...context, path: '/design/import' }}
      title={t('report')}
      back={{ href: '/design/import', text: t('back-list') }}
    >
      <PageHeading>{t('report')}</PageHeading>
      <SummaryList
        rows={figures.map(([name, number]) => ({
          key: t(`report-${name}`),
          value: new Intl.NumberFormat(language).format(number),
        }))}
      />
      {report.rejected.length > 0 ? (
        <>
          <h2>{t('report-reasons')}</h2>
          <ul>
            {report.rejected.slice(0, most).map(({ line, code, reason }) => (
              <li>
                {t('report-line', { line })}
                {code ? ` (${code})` : ''}: {t(`reason-${reason}`)}
              </li>
            ))}
          </ul>
        </>
      ) : null}
      <Button href="/design/import">{t('report-go')}</Button>
    </SitePage>
  );
}
