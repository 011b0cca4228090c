import { formatDateTime } from '#lib/calendar';
import {
  Button,
  type PageContext,
  PageHeading,
  type RecordSection,
  RecordSections,
  SitePage,
} from '#lib/web';
import { texts } from '../texts.js';

interface OwnDataPageProps {
  context: PageContext;
  asOf: Date;
  sections: RecordSection[];
}

/** Everything the portal holds about me, to read and to print. */
export function OwnDataPage({ context, asOf, sections }: OwnDataPageProps) {
  const { language } = context;
  const t = texts(language);
  return (
    <SitePage
      context={context}
      title={t('data-title')}
      back={{ href: '/account', text: t('account') }}
      layout="wide"
    >
      <PageHeading caption={t('as-of', { time: formatDateTime(language, asOf) })} lead={t('data-lead')}>
        {t('data-title')}
      </PageHeading>
      <div class="no-print">
        <Button href="/account/data/file">{t('download')}</Button>
      </div>
      <RecordSections sections={sections} nothingIn={t('nothing-in')} />
      <p class="secondary">{t('not-here')}</p>
      <p class="secondary">{t('no-notes')}</p>
    </SitePage>
  );
}
