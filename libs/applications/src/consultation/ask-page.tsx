import { deadlineWords } from '#lib/calendar';
import { type Agency, agencyName } from '#lib/organisations';
import { say } from '#lib/platform';
import {
  Button,
  Checkboxes,
  CodeText,
  ErrorSummary,
  Input,
  type PageContext,
  PageHeading,
  SitePage,
  Textarea,
} from '#lib/web';
import type { CaseFile } from '../case-file/read-case.js';
import type { FoundAct } from '../desk-act/find-act.js';
import { type AskingError, longestQuestion, mostAgencies, ruleOf } from './read-asking.js';
import { texts } from './texts.js';

interface AskPageProps {
  context: PageContext;
  file: CaseFile;
  act: FoundAct;
  /** What the search found. */
  found: Agency[];
  /** Those chosen so far. */
  agencies: Agency[];
  question: string;
  words: string;
  errors: AskingError[];
  postKey: string;
}

/** Whom to ask what: a search for agencies, those chosen, and the question to all of them. */
export function AskPage(props: AskPageProps) {
  const { context, file, act, found, agencies, question, words, errors, postKey } = props;
  const { application, revision, agency } = file;
  const { language } = context;
  const t = texts(language);
  const title = act.transition.label[language];
  const rule = ruleOf(act.transition);
  const facts = { most: mostAgencies, longest: longestQuestion };
  const said = (input: 'agency' | 'question') => {
    const error = errors.find((each) => inputOf[each] === input);
    return error && t(error, facts);
  };
  const offered = [...agencies, ...found.filter(({ id }) => !agencies.some((one) => one.id === id))];
  return (
    <SitePage
      context={context}
      title={`${title} · ${application.number}`}
      place={agencyName(agency, language)}
      back={{ href: `/applications/${application.id}`, text: t('back-to-case') }}
      errors={errors.length > 0}
    >
      {errors.length > 0 && (
        <ErrorSummary
          errors={errors.map((error) => ({
            text: t(error, facts),
            href: inputOf[error] === 'agency' && offered.length === 0 ? '#words' : `#${inputOf[error]}`,
          }))}
        />
      )}
      <PageHeading
        caption={
          <>
            {say(revision.definition.title, language)} · <CodeText>{application.number}</CodeText>
          </>
        }
        lead={t(`lead-${rule.silence}`, {
          term: deadlineWords(language, { ...rule.within, onSupplement: 'suspend' }),
        })}
      >
        {title}
      </PageHeading>
      <form method="post" action={`/applications/${application.id}/consultation/${act.event}`} noValidate>
        <input type="hidden" name="version" value={application.version} />
        <input type="hidden" name="key" value={postKey} />
        <Input name="words" type="search" label={t('search')} hint={t('search-hint')} value={words} />
        <Button kind="secondary" name="do" value="search">
          {t('search-button')}
        </Button>
        {offered.length > 0 ? (
          <Checkboxes
            name="agency"
            legend={t('agencies')}
            hint={t('agencies-hint', facts)}
            values={agencies.map(({ id }) => id)}
            options={offered.map((one) => ({ value: one.id, text: agencyName(one, language) }))}
            error={said('agency')}
          />
        ) : (
          words !== '' && <p>{t('nothing-found')}</p>
        )}
        <Textarea
          name="question"
          label={t('question')}
          hint={t('question-hint')}
          value={question}
          error={said('question')}
        />
        <Button preventDoubleClick>{title}</Button>
      </form>
    </SitePage>
  );
}

const inputOf: Record<AskingError, 'agency' | 'question'> = {
  'agencies-missing': 'agency',
  'too-many-agencies': 'agency',
  'question-missing': 'question',
  'question-too-long': 'question',
};
