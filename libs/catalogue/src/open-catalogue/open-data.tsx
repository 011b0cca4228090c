import type { Language } from '#lib/platform';
import { texts } from '../procedure/page/texts.js';
import { governmentService } from './government-service.js';
import type { ServiceDescription } from './service-record.js';

interface OpenDataProps {
  language: Language;
  record: ServiceDescription;
  origin: string;
}

/** The procedure for machines: schema.org within the page, and where the open catalogue has it. */
export function OpenData({ language, record, origin }: OpenDataProps) {
  const t = texts(language);
  const address = `/api/v1/procedures/${record.code}`;
  // Within a script element only this character could end it.
  const described = JSON.stringify(governmentService(record, language, origin)).replaceAll('<', '\\u003c');
  return (
    <>
      <h2 class="govuk-heading-s">{t('open-data')}</h2>
      <p>
        <a href={address}>JSON</a> · <a href={`${address}?format=jsonld`}>JSON-LD</a> ·{' '}
        <a href={`${address}?format=turtle`}>Turtle</a> · <a href="/procedures.atom">{t('feed-title')}</a>
      </p>
      <script type="application/ld+json" dangerouslySetInnerHTML={{ __html: described }} />
    </>
  );
}
