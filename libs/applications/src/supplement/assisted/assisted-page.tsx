import type { RefusalWords } from '#lib/platform';
import { Button, doneFlash, ErrorSummary, Input, type PageContext, PageHeading, SitePage } from '#lib/web';
import { texts } from '../texts.js';

/** Asks for the code of the citizen's application; `refused` is a code that names nothing to prepare, and why. */
export function AssistedPage({
  context,
  refused,
}: {
  context: PageContext;
  refused?: { code: string; words: RefusalWords | undefined };
}) {
  const t = texts(context.language);
  const error = refused?.words && `${refused.words.title}. ${refused.words.help}`;
  return (
    <SitePage
      context={context}
      title={t('assisted-title')}
      back={{ href: '/account/acting', text: t('assisted-back') }}
      errors={error !== undefined}
      flash={doneFlash(context, { sent: t('assisted-sent') })}
    >
      {error ? <ErrorSummary errors={[{ text: error, href: '#code' }]} /> : null}
      <PageHeading lead={t('assisted-lead')}>{t('assisted-title')}</PageHeading>
      <form method="post" action="/assisted-supplements" novalidate>
        <Input
          name="code"
          value={refused?.code}
          label={t('assisted-code')}
          hint={t('assisted-code-hint')}
          error={error}
          autocomplete="off"
          spellcheck={false}
        />
        <Button preventDoubleClick>{t('start')}</Button>
      </form>
      <p>
        <a href="/account/acting/assisting">{t('assisted-agree')}</a>
      </p>
    </SitePage>
  );
}
