import { InsetText, type PageContext, PageHeading, SitePage } from '#lib/web';
import { PasskeyCeremony } from '../ceremony/passkey-ceremony.js';
import { enrolmentTexts } from './texts.js';

/** What an officer sees who follows an enrolment link. */
export function enrolmentPage(context: PageContext, name: string, token: string) {
  const t = enrolmentTexts(context.language);
  return (
    <SitePage context={context} title={t('title')} islands={['passkey']}>
      <PageHeading lead={t('lead', { name })}>{t('title')}</PageHeading>
      <p>{t('what')}</p>
      <InsetText>{t('own')}</InsetText>
      <PasskeyCeremony
        context={context}
        kind="register"
        challengeHref="/enrol/challenge"
        verifyHref="/enrol"
        extra={{ token }}
        button={t('button')}
      />
    </SitePage>
  );
}
