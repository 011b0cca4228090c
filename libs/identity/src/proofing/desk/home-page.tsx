import { formatTime } from '#lib/calendar';
import {
  Button,
  doneFlash,
  ErrorSummary,
  Input,
  LinkList,
  type PageContext,
  PageHeading,
  SitePage,
} from '#lib/web';
import type { waitingMatters } from '../../counter-matters/view-matter.js';
import { deskCounterTexts } from './desk-texts.js';
import type { WaitingRequest } from './waiting-requests.js';

interface CounterHome {
  waiting: WaitingRequest[];
  matters: Awaited<ReturnType<typeof waitingMatters>>;
  /** Whether the code just typed opens nothing. */
  wrong?: boolean;
}

/** The code of who stands at the counter, what else is done here, and what waits for a second officer. */
export function counterHomePage(context: PageContext, { waiting, matters, wrong = false }: CounterHome) {
  const { language } = context;
  const t = deskCounterTexts(language);
  const error = wrong ? t('codeWrong') : undefined;
  return (
    <SitePage
      context={context}
      title={t('title')}
      errors={wrong}
      flash={doneFlash(context, {
        'passed-on': t('done.passed-on'),
        approved: t('done.approved'),
        refused: t('done.refused'),
      })}
    >
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
      <p class="secondary">{t('foreignToo')}</p>
      <p>
        <a href="/counter/guardianships">{t('guardianships')}</a>
      </p>
      <h2>{t('waitingTitle')}</h2>
      {waiting.length + matters.length === 0 ? <p>{t('waitingNone')}</p> : null}
      <LinkList
        links={[
          ...waiting.map(({ id, purpose, ...rest }) => ({
            ...rest,
            href: `/counter/${id}`,
            title: t(`purpose-${purpose}`),
          })),
          ...matters.map(({ id, kind, ...rest }) => ({
            ...rest,
            href: `/counter/matters/${id}`,
            title: t(`matter-${kind}`),
          })),
        ].map(({ href, title, checkedAt, firstOfficer, own }) => ({
          href,
          title,
          text: t(own ? 'waitingOwn' : 'waitingText', {
            officer: firstOfficer,
            time: formatTime(language, checkedAt),
          }),
        }))}
      />
    </SitePage>
  );
}
