import type { ApplicationName } from '#lib/applications';
import type { AccessEvent } from '#lib/audit';
import { formatDateTime } from '#lib/calendar';
import type { Agency } from '#lib/organisations';
import { scopeWords } from '#lib/identity';
import type { Config } from '#lib/platform';
import {
  Button,
  doneFlash,
  type FormToMend,
  MendSummary,
  mistakeIn,
  type PageContext,
  PageHeading,
  RefusedNotice,
  SitePage,
  SummaryList,
  Textarea,
  typedIn,
} from '#lib/web';
import { AnswerShown } from '../question/answer-shown.js';
import { longestText } from '../question/question-text.js';
import type { ReadQuestion } from '../question/read-question.js';
import { texts } from '../texts.js';
import { ApplicationLink } from './application-link.js';
import { namedInCase, seenWords, whoWords } from './access-words.js';

interface AccessPageProps {
  context: PageContext;
  config: Config;
  access: AccessEvent;
  agency: Agency | undefined;
  application: ApplicationName | undefined;
  question: ReadQuestion | undefined;
  now: Date;
  /** The question that has to be mended before it can be sent. */
  mend?: FormToMend;
}

/** One look at my data, and my question about it with its answer. */
export function AccessPage(props: AccessPageProps) {
  const { context, config, access, agency, application, question, now, mend } = props;
  const { language } = context;
  const t = texts(language);
  return (
    <SitePage
      context={context}
      title={t('access-title')}
      back={{ href: '/account/accesses', text: t('accesses-title') }}
      flash={doneFlash(context, { asked: t('done-asked') })}
      errors={mend !== undefined}
    >
      <MendSummary context={context} mend={mend} />
      <RefusedNotice context={context} />
      <PageHeading>{t('access-title')}</PageHeading>
      <SummaryList
        rows={[
          { key: t('what'), value: seenWords(language, access) },
          { key: t('when'), value: formatDateTime(language, access.at) },
          {
            key: t('who'),
            value: whoWords(language, config, { ...access, roles: access.actorRoles }, agency),
          },
          ...(access.scopes.length > 0
            ? [{ key: t('shared'), value: scopeWords(language, access.scopes).join(', ') }]
            : []),
          {
            key: t('application'),
            value: application ? (
              <ApplicationLink id={access.caseId} application={application} language={language} />
            ) : (
              t(access.purpose === namedInCase ? 'others-application' : 'no-application')
            ),
          },
        ]}
      />
      {question ? (
        <Question {...{ context, question, now }} />
      ) : (
        <form method="post" action={`/account/accesses/${access.id}/question`} novalidate>
          <Textarea
            name="question"
            label={t('question-label')}
            labelSize="m"
            hint={t('question-hint')}
            value={typedIn(mend, 'question')}
            error={mistakeIn(context, mend, 'question')}
            attributes={{ maxlength: longestText }}
          />
          <Button preventDoubleClick>{t('send-question')}</Button>
        </form>
      )}
    </SitePage>
  );
}

function Question(props: { context: PageContext; question: ReadQuestion; now: Date }) {
  const { context, question, now } = props;
  const { language } = context;
  const t = texts(language);
  const time = formatDateTime(language, question.dueAt);
  return (
    <>
      <h2>{t('question-title')}</h2>
      <p class="written">{question.question}</p>
      <p class="secondary">{t('asked-at', { time: formatDateTime(language, question.askedAt) })}</p>
      {question.answered ? (
        <AnswerShown language={language} answered={question.answered} />
      ) : (
        <p>
          <strong>{t(now > question.dueAt ? 'question-late-help' : 'question-due', { time })}</strong>
        </p>
      )}
    </>
  );
}
