import { Button, Details, ErrorSummary, Input, type PageContext, PageHeading, SitePage } from '#lib/web';
import { codeMinutes } from './begin-sign-up.js';
import { signUpTexts } from './texts.js';

export type CodeProblem = 'missing' | 'wrong';

/** Asks for the code. Nothing on it depends on whether one was sent. */
export function codePage(context: PageContext, problem?: CodeProblem) {
  const t = signUpTexts(context.language);
  const error = problem && t(problem === 'missing' ? 'codeMissing' : 'codeWrong');
  return (
    <SitePage context={context} title={t('codeTitle')} errors={problem !== undefined}>
      {error ? <ErrorSummary errors={[{ text: error, href: '#code' }]} /> : null}
      <PageHeading caption={t('caption')} lead={t('codeSent', { minutes: codeMinutes })}>
        {t('codeTitle')}
      </PageHeading>
      <form method="post" action="/sign-up/code" novalidate>
        <Input
          name="code"
          label={t('codeLabel')}
          hint={t('codeHint')}
          error={error}
          width={10}
          inputmode="numeric"
          autocomplete="one-time-code"
          spellcheck={false}
        />
        <Button preventDoubleClick>{t('continue')}</Button>
      </form>
      <Details summary={t('noCode')}>
        <p>{t('noCodeWhy')}</p>
        <ul>
          <li>{t('noCodeTyped')}</li>
          <li>{t('noCodePhone')}</li>
          <li>{t('noCodeAge')}</li>
          <li>{t('noCodeDelay')}</li>
        </ul>
        <p>{t('noCodeHelp')}</p>
        <p>
          <a href="/sign-up">{t('again')}</a>
        </p>
      </Details>
    </SitePage>
  );
}
