import { Button, ButtonGroup, type PageContext, PageHeading, SitePage } from '#lib/web';
import type { FailureCode } from './sign-in-failure.js';
import { nationalSignInTexts } from './texts.js';

/** Why nobody was signed in, and what to do now. */
export function failurePage(context: PageContext, code: FailureCode, path: string) {
  const t = nationalSignInTexts(context.language);
  return (
    <SitePage context={{ ...context, path: '/sign-in' }} title={t(`${code}Title`)}>
      <PageHeading>{t(`${code}Title`)}</PageHeading>
      <p data-code={code}>{t(`${code}Text`)}</p>
      <ButtonGroup>
        <Button href={path}>{t('again')}</Button>
        <Button kind="secondary" href={context.principal ? '/account' : '/sign-in'}>
          {t(context.principal ? 'account' : 'otherWay')}
        </Button>
      </ButtonGroup>
    </SitePage>
  );
}
