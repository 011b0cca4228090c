import { changeWords, type Revision, type RevisionChange, type RevisionStanding } from '#lib/catalogue';
import { formatDateTime } from '#lib/calendar';
import { say } from '#lib/platform';
import {
  Button,
  ButtonGroup,
  InsetText,
  type PageContext,
  PageHeading,
  RefusedNotice,
  SitePage,
} from '#lib/web';
import type { DraftContent } from '../draft/draft-content.js';
import type { Draft } from '../draft/draft.entity.js';
import { shortTitle } from '../draft/short-title.js';
import { FormerAnswers } from './former-answers.js';
import { texts } from './texts.js';

interface RevisionPageProps {
  context: PageContext;
  draft: Draft;
  newer: Revision;
  changes: RevisionChange[];
  /** What the draft would hold. */
  carried: DraftContent;
  standing: RevisionStanding;
}

/** What a newer revision changes, what becomes of the answers, and the choice to take it. */
export function RevisionPage({ context, draft, newer, changes, carried, standing }: RevisionPageProps) {
  const { language } = context;
  const t = texts(language);
  const { filable, filableUntil } = standing;
  const stay = Object.keys(carried.answers).length;
  return (
    <SitePage context={context} title={t('page-title')} back={{ href: `/drafts/${draft.id}` }}>
      <PageHeading caption={shortTitle(say(newer.definition.title, language))} lead={t('page-lead')}>
        {t('page-title')}
      </PageHeading>
      <RefusedNotice context={context} />
      <h2 class="govuk-heading-m">{t('changes-title')}</h2>
      <ul>
        {changes.map((change) => (
          <li>{changeWords(change, language)}</li>
        ))}
        {changes.length === 0 && <li>{t('changes-none')}</li>}
      </ul>
      {stay > 0 && (
        <>
          <h2 class="govuk-heading-m">{t('answers-title')}</h2>
          <p>{t('answers-stay', { count: stay })}</p>
        </>
      )}
      <FormerAnswers former={carried.former ?? []} language={language} />
      {filableUntil && (
        <InsetText>
          {t(filable ? 'stay-until' : 'stay-no-more', {
            until: formatDateTime(language, filableUntil, { weekday: false }),
          })}
        </InsetText>
      )}
      <form method="post" action={`/drafts/${draft.id}/revision`}>
        <ButtonGroup>
          <Button preventDoubleClick>{t('take')}</Button>
          <a class="govuk-link" href={`/drafts/${draft.id}`}>
            {t(filable ? 'stay' : 'not-now')}
          </a>
        </ButtonGroup>
      </form>
    </SitePage>
  );
}
