import type { FieldError, Typed } from '#lib/forms';
import {
  Button,
  ErrorSummary,
  InsetText,
  Input,
  type PageContext,
  PageHeading,
  RefusedNotice,
  SitePage,
} from '#lib/web';
import { phoneCodeMinutes } from '../phone-code/send-phone-code.js';
import { ClaimErrors, ClaimFields } from '../sign-up/claim-fields.js';
import { assistingTexts } from './texts.js';

/** A helper names the citizen at their side. */
export function citizenPage(
  context: PageContext,
  { typed, errors }: { typed: Typed; errors: FieldError[] } = { typed: {}, errors: [] },
) {
  const t = assistingTexts(context.language);
  return (
    <SitePage
      context={context}
      title={t('title')}
      back={{ href: '/account/acting', text: t('acting') }}
      errors={errors.length > 0}
    >
      <ClaimErrors language={context.language} errors={errors} />
      <RefusedNotice context={context} />
      <PageHeading lead={t('lead')}>{t('title')}</PageHeading>
      <InsetText>{t('rules')}</InsetText>
      <form method="post" action="/account/acting/assisting" novalidate>
        <ClaimFields language={context.language} typed={typed} errors={errors} />
        <Button preventDoubleClick>{t('send')}</Button>
      </form>
    </SitePage>
  );
}

/** The citizen types the code that came to their phone. Nothing on it depends on whether one was sent. */
export function agreementPage(context: PageContext, problem?: 'missing' | 'code-wrong' | 'code-over') {
  const t = assistingTexts(context.language);
  const error = problem && t(`problem-${problem}`);
  return (
    <SitePage
      context={context}
      title={t('codeTitle')}
      back={{ href: '/account/acting/assisting', text: t('title') }}
      errors={error !== undefined}
    >
      {error ? <ErrorSummary errors={[{ text: error, href: '#code' }]} /> : null}
      <PageHeading lead={t('codeLead', { minutes: phoneCodeMinutes })}>{t('codeTitle')}</PageHeading>
      <form method="post" action="/account/acting/assisting/code" novalidate>
        <Input
          name="code"
          label={t('code')}
          hint={t('codeHint')}
          error={error}
          width={10}
          inputmode="numeric"
          autocomplete="off"
          spellcheck={false}
        />
        <Button preventDoubleClick>{t('agree')}</Button>
      </form>
      <p>{t('noCode')}</p>
    </SitePage>
  );
}
