import { Button, type PageContext, PageHeading, SitePage } from '#lib/web';
import { CounterCode } from './counter-code.js';
import type { CounterRequest } from './counter-request.entity.js';
import { counterTexts } from './counter-texts.js';

interface CounterPage {
  /** The last request that is still good, with its code. */
  current: { request: CounterRequest; code: string } | undefined;
  next: string;
}

/** How one is checked at a counter, and the code that opens the check there. */
export function counterPage(context: PageContext, { current, next }: CounterPage) {
  const t = counterTexts(context.language);
  if (current?.request.state === 'approved') return approvedPage(context, next);
  const under = current && current.request.state !== 'refused';
  return (
    <SitePage context={context} title={t('title')} back={{ href: '/account/identity', text: t('back') }}>
      <PageHeading lead={t('lead')}>{t('title')}</PageHeading>
      {current ? <CounterCode context={context} {...current} /> : null}
      {under ? null : (
        <ol>
          <li>{t('stepCode')}</li>
          <li>{t('stepDocument')}</li>
          <li>{t('stepTwo')}</li>
        </ol>
      )}
      {under && current.request.firstOfficer ? null : (
        <form method="post" action="/account/identity/counter">
          <input type="hidden" name="next" value={next} />
          <Button kind={under ? 'secondary' : undefined} preventDoubleClick>
            {t(current ? 'another' : 'get')}
          </Button>
        </form>
      )}
    </SitePage>
  );
}

/** Done: on to what it was needed for. */
function approvedPage(context: PageContext, next: string) {
  const t = counterTexts(context.language);
  return (
    <SitePage context={context} title={t('done')} back={{ href: '/account/identity', text: t('back') }}>
      <PageHeading lead={t('approved')}>{t('done')}</PageHeading>
      <Button href={next === '/' ? '/account' : next}>{t('goOn')}</Button>
    </SitePage>
  );
}
