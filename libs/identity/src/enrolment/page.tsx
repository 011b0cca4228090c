import { InsetText, type PageContext, PageHeading, SitePage } from '#lib/web';
import { PasskeyCeremony } from '../ceremony/passkey-ceremony.js';
import { enrolmentTexts } from './texts.js';

/** What an officer sees who follows an enrolment link; `models` where only those on the list will do. */
export function enrolmentPage(
  context: PageContext,
  { name, token, models }: { name: string; token: string; models: string[] | undefined },
) {
  const t = enrolmentTexts(context.language);
  return (
    <SitePage context={context} title={t('title')} islands={['passkey']}>
      <PageHeading lead={t('lead', { name })}>{t('title')}</PageHeading>
      <p>{t('what')}</p>
      {models && <p>{models.length > 0 ? t('only', { models: models.join(', ') }) : t('none')}</p>}
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
