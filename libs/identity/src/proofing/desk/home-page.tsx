import { formatTime } from '#lib/calendar';
import { Button, ErrorSummary, Input, LinkList, type PageContext, PageHeading, SitePage } from '#lib/web';
import { deskCounterTexts } from './desk-texts.js';
import type { WaitingRequest } from './waiting-requests.js';

/** The code of who stands at the counter, and what waits for a second officer. */
export function counterHomePage(context: PageContext, waiting: WaitingRequest[], wrong = false) {
  const { language } = context;
  const t = deskCounterTexts(language);
  const error = wrong ? t('codeWrong') : undefined;
  return (
    <SitePage context={context} title={t('title')} errors={wrong}>
      {error ? <ErrorSummary errors={[{ text: error, href: '#code' }]} /> : null}
      <PageHeading lead={t('lead')}>{t('title')}</PageHeading>
      <form method="post" action="/counter" novalidate>
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
        <Button preventDoubleClick>{t('open')}</Button>
      </form>
      <h2>{t('waitingTitle')}</h2>
      {waiting.length === 0 ? <p>{t('waitingNone')}</p> : null}
      <LinkList
        links={waiting.map(({ id, purpose, checkedAt, firstOfficer, own }) => ({
          href: `/counter/${id}`,
          title: t(`purpose-${purpose}`),
          text: t(own ? 'waitingOwn' : 'waitingText', {
            officer: firstOfficer,
            time: formatTime(language, checkedAt),
          }),
        }))}
      />
    </SitePage>
  );
}
