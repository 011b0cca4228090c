import { formatDateTime } from '#lib/calendar';
import { CodeText, type PageContext, PageHeading, SitePage, Steps } from '#lib/web';
import { CodeQr } from '../proofing/code-qr.js';
import type { CounterCode } from './await-counter.js';
import { nationalSignInTexts } from './texts.js';

/** For a foreign identity that nobody here belongs to: where to bring which paper, and the code to show there. */
export function counterCodePage(context: PageContext, { code, expiresAt }: CounterCode) {
  const { language } = context;
  const t = nationalSignInTexts(language);
  const spaced = `${code.slice(0, 4)} ${code.slice(4)}`;
  return (
    <SitePage context={context} title={t('counterTitle')}>
      <PageHeading lead={t('counterLead')}>{t('counterTitle')}</PageHeading>
      <p>{t('counterCode')}</p>
      <p class="govuk-heading-l" data-counter-code={code}>
        <CodeText>{spaced}</CodeText>
      </p>
      <CodeQr code={code} alt={t('counterQr')} />
      <p>{t('counterUntil', { until: formatDateTime(language, expiresAt) })}</p>
      <Steps steps={[t('counterStep1'), t('counterStep2'), t('counterStep3')]} />
    </SitePage>
  );
}
