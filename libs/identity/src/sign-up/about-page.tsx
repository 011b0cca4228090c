import { NoScript } from '../ceremony/no-script.js';
import type { FieldError, Typed } from '#lib/forms';
import { Button, type PageContext, PageHeading, SitePage } from '#lib/web';
import { ClaimErrors, ClaimFields } from './claim-fields.js';
import { signUpTexts } from './texts.js';

interface About {
  next: string;
  typed: Typed;
  errors: FieldError[];
}

/** The first page of sign-up: ID number, name, birth date. */
export function aboutPage(context: PageContext, { next, typed, errors }: About) {
  const { language } = context;
  const t = signUpTexts(language);
  return (
    <SitePage context={context} title={t('aboutTitle')} errors={errors.length > 0}>
      <ClaimErrors language={language} errors={errors} />
      <PageHeading caption={t('caption')} lead={t('aboutLead')}>
        {t('aboutTitle')}
      </PageHeading>
      <NoScript language={language} audience="portal" />
      <form method="post" action="/sign-up" novalidate>
        <input type="hidden" name="next" value={next} />
        <ClaimFields language={language} typed={typed} errors={errors} />
        <Button preventDoubleClick>{t('continue')}</Button>
      </form>
      <p>
        {t('haveAccount')} <a href={`/sign-in?next=${encodeURIComponent(next)}`}>{t('signIn')}</a>
      </p>
    </SitePage>
  );
}
