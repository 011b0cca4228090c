import { definedFee, definedTime, type ServiceDefinition } from '#lib/catalogue';
import { HeldNotice, type OpenMandate } from '#lib/identity';
import { say, startBig } from '#lib/platform';
import {
  Button,
  Details,
  Facts,
  LinkList,
  type PageContext,
  PageHeading,
  RefusedNotice,
  SitePage,
} from '#lib/web';
import type { Draft } from './draft.entity.js';
import { ForWhom } from './for-whom.js';
import { shortTitle } from './short-title.js';
import { texts } from './texts.js';

interface StartPageProps {
  context: PageContext;
  definition: ServiceDefinition;
  drafts: Draft[];
  /** For whom the reader may act. */
  mandates: OpenMandate[];
  /** Until when this cannot be filed, after a recovery. */
  heldUntil: Date | undefined;
  when: (instant: Date) => string;
}

/** More papers that depend on the case than this are folded away. */
const listedOpenly = 8;

/** What to have at hand, how long it takes, what was begun before, and the button that starts. */
export function StartPage({ context, definition, drafts, mandates, heldUntil, when }: StartPageProps) {
  const { language } = context;
  const t = texts(language);
  const papers = definition.papers.map((paper) => ({
    title: startBig(say(paper.title, language)),
    always: paper.required && !paper.when,
  }));
  const sometimes = papers.filter(({ always }) => !always).map(({ title }) => title);
  const pages = definition.form.pages.length;
  const time = definedTime(language, definition);
  return (
    <SitePage
      context={context}
      title={t('start-title')}
      back={{ href: `/procedures/${definition.code}`, text: shortTitle(say(definition.title, language)) }}
    >
      <PageHeading caption={say(definition.title, language)} lead={t('start-lead')}>
        {t('start-title')}
      </PageHeading>
      <RefusedNotice context={context} />
      <HeldNotice context={context} until={heldUntil} />
      <Facts
        facts={[
          {
            term: t('start-pages'),
            value: t('start-pages-value', { count: pages }),
            note: t('start-pages-note'),
          },
          {
            term: t('start-deadline'),
            value: time?.usual ?? t('start-deadline-unknown'),
            note: time && time.cases.length > 0 ? time.cases.join('. ') : undefined,
          },
          {
            term: t('start-fee'),
            value: definedFee(language, definition) ?? t('start-fee-unknown'),
            note: definition.fee.note && say(definition.fee.note, language),
          },
        ]}
      />
      {drafts.length > 0 && (
        <>
          <h2>{t('start-drafts')}</h2>
          <LinkList
            links={drafts.map((draft) => ({
              title: t('start-continue', { time: when(draft.savedAt) }),
              href: `/drafts/${draft.id}`,
              meta: <a href={`/drafts/${draft.id}/removal`}>{t('start-discard')}</a>,
            }))}
          />
        </>
      )}
      <h2>{t('start-need')}</h2>
      <ul>
        {papers.length === 0 && <li>{t('start-need-nothing')}</li>}
        {papers
          .filter(({ always }) => always)
          .map(({ title }) => (
            <li>{title}</li>
          ))}
        <li>{t('start-need-passkey')}</li>
      </ul>
      {sometimes.length > 0 && sometimes.length <= listedOpenly && (
        <>
          <p>{t('start-need-if')}</p>
          <PaperList titles={sometimes} />
        </>
      )}
      {sometimes.length > listedOpenly && (
        <Details summary={t('start-need-many', { count: sometimes.length })}>
          <PaperList titles={sometimes} />
        </Details>
      )}
      {papers.length > 0 && <p>{t('start-need-clear')}</p>}
      <p>{t('start-known')}</p>
      <form method="post" action={`/procedures/${definition.code}/drafts`}>
        <ForWhom mandates={mandates} self={context.principal?.name ?? ''} language={language} />
        <Button start preventDoubleClick>
          {t(drafts.length > 0 ? 'start-new-button' : 'start-button')}
        </Button>
      </form>
    </SitePage>
  );
}

function PaperList({ titles }: { titles: string[] }) {
  return (
    <ul>
      {titles.map((title) => (
        <li>{title}</li>
      ))}
    </ul>
  );
}
