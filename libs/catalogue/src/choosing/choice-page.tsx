import { Button, ErrorSummary, type PageContext, Radios, SitePage } from '#lib/web';
import type { Choice, Choosing } from './choices.js';
import { texts } from './texts.js';

interface ChoicePageProps {
  context: PageContext;
  choice: Choice;
  question: Choosing;
  /** Ids of the answers so far. */
  given: string[];
  /** Sent without an answer. */
  unanswered: boolean;
}

/** One question on the way to a procedure. */
export function ChoicePage({ context, choice, question, given, unanswered }: ChoicePageProps) {
  const { language } = context;
  const t = texts(language);
  const ask = question.ask[language];
  const error = unanswered ? t('choose') : undefined;
  return (
    <SitePage
      context={context}
      title={`${ask} – ${choice.title[language]}`}
      errors={unanswered}
      back={backOf(choice, given)}
    >
      {error ? <ErrorSummary errors={[{ text: error, href: '#answer' }]} /> : null}
      <form action={`/which/${choice.id}`} method="get" novalidate>
        <input type="hidden" name="asked" value="yes" />
        {given.length > 0 ? <input type="hidden" name="given" value={given.join('.')} /> : null}
        <p class="govuk-caption-l">{choice.title[language]}</p>
        <Radios
          name="answer"
          legend={ask}
          legendSize="l"
          legendAsHeading
          hint={question.hint?.[language]}
          error={error}
          options={question.answers.map(({ id, label }) => ({ value: id, text: label[language] }))}
        />
        <Button>{t('continue')}</Button>
      </form>
      <p>
        <a href="/procedures">{t('search')}</a>
      </p>
    </SitePage>
  );
}

function backOf({ id }: Choice, given: string[]): { href: string } {
  if (given.length === 0) return { href: '/procedures' };
  const before = given.slice(0, -1).join('.');
  return { href: `/which/${id}${before && `?given=${before}`}` };
}
