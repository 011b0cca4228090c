import type { ApplicationName } from '#lib/applications';
import type { AccessEvent } from '#lib/audit';
import { formatDateTime } from '#lib/calendar';
import {
  Button,
  doneFlash,
  EmptyState,
  type FormToMend,
  LinkList,
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
import { applicationWords } from '../accesses/application-link.js';
import { texts } from '../texts.js';
import { AnswerShown } from './answer-shown.js';
import { longestText } from './question-text.js';
import type { ReadQuestion } from './read-question.js';

/** The questions that wait for an answer, the most urgent first. */
export function QuestionsPage({
  context,
  questions,
  now,
}: {
  context: PageContext;
  questions: ReadQuestion[];
  now: Date;
}) {
  const { language } = context;
  const t = texts(language);
  return (
    <SitePage
      context={context}
      title={t('desk-title')}
      flash={doneFlash(context, { answered: t('done-answered') })}
    >
      <RefusedNotice context={context} />
      <PageHeading lead={t('desk-lead')}>{t('desk-title')}</PageHeading>
      {questions.length === 0 ? (
        <EmptyState title={t('desk-empty')}>{t('desk-empty-help')}</EmptyState>
      ) : (
        <LinkList
          links={questions.map(({ id, dueAt, askedAt, question }) => ({
            title: question.length > 120 ? `${question.slice(0, 120)}…` : question,
            href: `/questions/${id}`,
            meta:
              dueAt < now
                ? t('question-late', { time: formatDateTime(language, dueAt) })
                : `${t('desk-due')}: ${formatDateTime(language, dueAt)}`,
            text: `${t('desk-asked')}: ${formatDateTime(language, askedAt)}`,
          }))}
        />
      )}
    </SitePage>
  );
}

interface QuestionPageProps {
  context: PageContext;
  question: ReadQuestion;
  access: AccessEvent;
  /** The officer who looked, by name: the auditor has to know whom to ask. */
  looker: string | undefined;
  /** For which application it was. */
  application: ApplicationName | undefined;
  /** The answer that has to be mended before it can be sent. */
  mend?: FormToMend;
}

/** One question, and the answer to be written. */
export function QuestionPage({ context, question, access, looker, application, mend }: QuestionPageProps) {
  const { language } = context;
  const t = texts(language);
  return (
    <SitePage
      context={context}
      title={t('desk-page-title')}
      back={{ href: '/questions', text: t('desk-title') }}
      errors={mend !== undefined}
    >
      <MendSummary context={context} mend={mend} />
      <RefusedNotice context={context} />
      <PageHeading>{t('desk-page-title')}</PageHeading>
      <SummaryList
        rows={[
          { key: t('what'), value: t(`seen-${access.what}`) },
          { key: t('when'), value: formatDateTime(language, access.at) },
          { key: t('desk-who'), value: looker ?? t('by-system') },
          {
            key: t('application'),
            value: application ? applicationWords(application, language) : t('no-application'),
          },
          { key: t('desk-asked'), value: formatDateTime(language, question.askedAt) },
          { key: t('desk-due'), value: formatDateTime(language, question.dueAt) },
          { key: t('desk-question'), value: <span class="written">{question.question}</span> },
        ]}
      />
      {question.answered ? (
        <AnswerShown language={language} answered={question.answered} />
      ) : (
        <form method="post" action={`/questions/${question.id}/answer`} novalidate>
          <Textarea
            name="answer"
            label={t('desk-answer-label')}
            labelSize="m"
            hint={t('desk-answer-hint')}
            value={typedIn(mend, 'answer')}
            error={mistakeIn(context, mend, 'answer')}
            rows={8}
            attributes={{ maxlength: longestText }}
          />
          <Button preventDoubleClick>{t('desk-answer')}</Button>
        </form>
      )}
    </SitePage>
  );
}
