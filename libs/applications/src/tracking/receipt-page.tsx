import { formatDateTime } from '#lib/calendar';
import { say } from '#lib/platform';
import {
  Button,
  CodeText,
  type PageContext,
  Panel,
  SitePage,
  Steps,
  SummaryList,
  UploadedFiles,
} from '#lib/web';
import type { Application } from '../application/application.entity.js';
import { AgencyLink } from '../agency-page/agency-link.js';
import { FollowNote } from '../following/follow-note.js';
import { fileSize } from '../application/file-size.js';
import { actedForLine } from '../representation/acted-for.js';
import { texts as submissionTexts } from '../submission/texts.js';
import type { Receipt } from './read-receipt.js';

interface ReceiptPageProps {
  context: PageContext;
  application: Application;
  receipt: Receipt;
  /** Who filed it. */
  applicant: string;
  /** The tracking secret as it is shown, and the QR code that carries it. */
  follow: { secret: string; qr: string };
}

/** The receipt: number, agency, day of the result, each paper with its digest, and what was signed. */
export function ReceiptPage({ context, application, receipt, applicant, follow }: ReceiptPageProps) {
  const { language } = context;
  const t = submissionTexts(language);
  const { definition, agency, papers, evidence, representation } = receipt;
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
      <SummaryList
        rows={[
          { key: t('receipt-what'), value: `${say(definition.title, language)} (${definition.code})` },
          { key: t('receipt-who'), value: applicant },
          ...(representation ? [actedForLine(language, representation)] : []),
          { key: t('receipt-where'), value: <AgencyLink agency={agency} language={language} /> },
          { key: t('receipt-when'), value: formatDateTime(language, application.filedAt) },
          { key: t('receipt-due'), value: <strong>{due}</strong> },
          evidence.kind === 'phone-code'
            ? { key: t('receipt-confirmed'), value: t('receipt-code', { phone: evidence.phone }) }
            : { key: t('receipt-signed'), value: evidence.passkeyName ?? t('receipt-passkey') },
          {
            key: t(evidence.kind === 'phone-code' ? 'receipt-digest-confirmed' : 'receipt-digest'),
            value: <CodeText>{receipt.digest}</CodeText>,
          },
        ]}
      />
      <h2>{t('receipt-papers')}</h2>
      {papers.length === 0 ? (
        <p>{t('receipt-no-papers')}</p>
      ) : (
        <UploadedFiles
          digestLabel="SHA-256"
          files={papers.map(({ attachment, name, size, sha256 }) => ({
            name,
            size: fileSize(language, size),
            href: `/attachments/${attachment}`,
            digest: sha256,
          }))}
        />
      )}
      <h2>{t('receipt-next')}</h2>
      <Steps steps={[t('receipt-next-1'), t('receipt-next-2')]} />
      <FollowNote language={language} {...follow} />
      <div class="no-print">
        <Button href={`/applications/${application.id}`}>{t('receipt-follow')}</Button>
        <p class="secondary">{t('receipt-print')}</p>
      </div>
    </SitePage>
  );
}
