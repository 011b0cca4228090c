import { deadlineRuleOf } from '#lib/catalogue';
import { type DeadlineRule, extensionWords, formatDateTime, longestExtension } from '#lib/calendar';
import { agencyName } from '#lib/organisations';
import { newId, say } from '#lib/platform';
import {
  Button,
  ButtonGroup,
  CodeText,
  DateInput,
  ErrorSummary,
  InsetText,
  type PageContext,
  PageHeading,
  Select,
  SitePage,
  Textarea,
  textIn,
} from '#lib/web';
import type { CaseFile } from '../case-file/read-case.js';
import type { ClockAct } from './clock-acts.js';
import type { ClockFormError } from './read-clock-form.js';
import { texts } from './texts.js';

export interface ClockActPageProps {
  context: PageContext;
  file: CaseFile;
  act: ClockAct;
  /** What each extension would lead to, by its length. */
  choices: { by: number; dueAt: Date }[];
  body?: unknown;
  errors?: ClockFormError[];
}

/** The page on which an officer puts a deadline off, or apologises and promises another date. */
export function ClockActPage({ context, file, act, choices, body, errors = [] }: ClockActPageProps) {
  const { application, revision, agency, applicant } = file;
  const { language } = context;
  const t = texts(language);
  const caseHref = `/applications/${application.id}`;
  const rule = deadlineRuleOf(revision.definition, application);
  const errorOf = (id: string) => {
    const error = errors.find((each) => each.id === id);
    return error && t(error.code, error.facts);
  };
  return (
    <SitePage
      context={context}
      title={`${t(`${act}-title`)} · ${application.number}`}
      errors={errors.length > 0}
      place={agencyName(agency, language)}
      back={{ href: caseHref, text: t('back') }}
    >
      {errors.length > 0 ? (
        <ErrorSummary
          errors={errors.map(({ id, code, facts }) => ({ text: t(code, facts), href: `#${id}` }))}
        />
      ) : null}
      <PageHeading
        caption={
          <>
            {say(revision.definition.title, language)} · <CodeText>{application.number}</CodeText> ·{' '}
            {applicant}
          </>
        }
      >
        {t(`${act}-title`)}
      </PageHeading>
      <InsetText>
        {t(`${act}-lead`, { due: application.dueAt && formatDateTime(language, application.dueAt) })}
      </InsetText>
      <form method="post" action={`${caseHref}/${clockActPath[act]}`} noValidate>
        <input type="hidden" name="version" value={application.version} />
        <input type="hidden" name="key" value={newId()} />
        {act === 'apologise' ? (
          <DateInput
            id="promised"
            legend={t('promised')}
            hint={t('promised-hint')}
            values={{
              day: textIn(body, 'promised-day'),
              month: textIn(body, 'promised-month'),
              year: textIn(body, 'promised-year'),
            }}
            error={errorOf('promised-day')}
          />
        ) : rule ? (
          <Select
            name="by"
            label={t('by')}
            labelSize="s"
            hint={t('by-hint', { most: extensionWords(language, rule, longestExtension(rule)) })}
            value={Number(textIn(body, 'by')) || undefined}
            options={choices.map(({ by, dueAt }) => ({ value: by, text: choiceWords(rule, by, dueAt) }))}
            error={errorOf('by')}
          />
        ) : null}
        <Textarea
          name="reason"
          label={t('reason')}
          labelSize="s"
          hint={t(`${act}-reason-hint`)}
          value={textIn(body, 'reason')}
          error={errorOf('reason')}
        />
        <ButtonGroup>
          <Button preventDoubleClick>{t(`${act}-button`)}</Button>
          <a class="govuk-link" href={caseHref}>
            {t('not-now')}
          </a>
        </ButtonGroup>
      </form>
    </SitePage>
  );

  function choiceWords(of: DeadlineRule, by: number, dueAt: Date): string {
    return t('by-choice', { term: extensionWords(language, of, by), due: formatDateTime(language, dueAt) });
  }
}

/** Where an act on the clock is done, below the case. */
export const clockActPath = { 'extend-deadline': 'extension', apologise: 'apology' } as const;
