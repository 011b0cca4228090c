import { Button, Details, ErrorSummary, Input, type PageContext, PageHeading, SitePage } from '#lib/web';
import { texts } from './texts.js';

/** Asks for the code and the tracking secret; `notFound` is the code of a pair that fits nothing. */
export function FollowPage({ context, notFound }: { context: PageContext; notFound?: string }) {
  const t = texts(context.language);
  const wrong = notFound !== undefined;
  return (
    <SitePage context={context} title={t('title')} errors={wrong} islands={['follow']}>
      {wrong && <ErrorSummary errors={[{ text: t('not-found'), href: '#secret' }]} />}
      <PageHeading lead={t('lead')}>{t('title')}</PageHeading>
      <form method="post" action="/follow" data-follow="">
        <Input
          name="code"
          value={notFound}
          label={t('code')}
          hint={t('code-hint')}
          autocomplete="off"
          spellcheck={false}
        />
        <Input
          name="secret"
          label={t('secret')}
          hint={t('secret-hint')}
          error={wrong ? t('not-found') : undefined}
          autocomplete="off"
          spellcheck={false}
          width={20}
        />
        <Button>{t('open')}</Button>
      </form>
      <Details summary={t('where')}>
        <p>{t('where-text')}</p>
      </Details>
      <p>
        <a href="/applications">{t('sign-in-instead')}</a>
      </p>
    </SitePage>
  );
}
