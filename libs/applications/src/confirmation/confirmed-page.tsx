import { formatDateTime } from '#lib/calendar';
import { CodeText, type PageContext, Panel, SitePage, SummaryList } from '#lib/web';
import type { Application } from '../application/application.entity.js';
import { FollowNote } from '../following/follow-note.js';
import { texts as submissionTexts } from '../submission/texts.js';
import type { Receipt } from '../tracking/read-receipt.js';
import { texts } from './texts.js';

interface ConfirmedPageProps {
  context: PageContext;
  application: Application;
  receipt: Receipt;
  agency: string;
  follow: { secret: string; qr: string };
}

/** What the helper prints for the citizen: number, agency, day of the result, how it was confirmed, how to follow it. */
export function ConfirmedPage({ context, application, receipt, agency, follow }: ConfirmedPageProps) {
  const { language } = context;
  const t = submissionTexts(language);
  const { evidence } = receipt;
  const due = application.dueAt ? formatDateTime(language, application.dueAt) : t('receipt-no-due');
  return (
    <SitePage context={context} title={t('receipt-title')}>
      <Panel title={t('receipt-title')}>
        {t('receipt-number')}
        <br />
        <strong>
          <CodeText>{application.number}</CodeText>
        </strong>
      </Panel>
      <p>{texts(language)('theirs')}</p>
      <SummaryList
        rows={[
          { key: t('receipt-where'), value: agency },
          { key: t('receipt-when'), value: formatDateTime(language, application.filedAt) },
          { key: t('receipt-due'), value: <strong>{due}</strong> },
          ...(evidence.kind === 'phone-code'
            ? [{ key: t('receipt-confirmed'), value: t('receipt-code', { phone: evidence.phone }) }]
            : []),
          { key: t('receipt-digest-confirmed'), value: <CodeText>{receipt.digest}</CodeText> },
        ]}
      />
      <FollowNote language={language} {...follow} />
    </SitePage>
  );
}
