import { errorSentence, type FieldError, type Typed } from '#lib/forms';
import { say } from '#lib/platform';
import { Button, DateInput, ErrorSummary, Input, type PageContext, PageHeading, SitePage } from '#lib/web';
import { signUpForm } from './sign-up.form.js';
import { signUpTexts } from './texts.js';

interface About {
  next: string;
  typed: Typed;
  errors: FieldError[];
}

/** The first page of sign-up: ID number, name, birth date. */
export function aboutPage(context: PageContext, { next, typed, errors }: About) {
  const { language } = context;
  const t = signUpTexts(language);
  const [page] = signUpForm.pages;
  const errorOf = (id: string) => errors.find(({ field }) => field === id);
  const sentence = (error: FieldError) => errorSentence(language, signUpForm, error);
  const question = (id: string) => {
    const field = page.fields.find((each) => each.id === id);
    const error = errorOf(id);
    return {
      label: field && say(field.label, language),
      hint: field?.hint && say(field.hint, language),
      error: error && sentence(error),
    };
  };
  const { label: legend, ...birthDate } = question('birthDate');
  const typedIn = (name: string) => [typed[name]].flat()[0] ?? '';
  const wrong = errorOf('birthDate')?.part;

  return (
    <SitePage context={context} title={t('aboutTitle')} errors={errors.length > 0}>
      {errors.length > 0 ? (
        <ErrorSummary
          errors={errors.map((error) => ({ text: sentence(error), href: `#${inputOf(error)}` }))}
        />
      ) : null}
      <PageHeading caption={t('caption')} lead={t('aboutLead')}>
        {t('aboutTitle')}
      </PageHeading>
      <form method="post" action="/sign-up" novalidate>
        <input type="hidden" name="next" value={next} />
        <Input
          {...question('idNumber')}
          name="idNumber"
          value={typedIn('idNumber')}
          width={20}
          inputmode="numeric"
          autocomplete="off"
          spellcheck={false}
        />
        <Input
          {...question('fullName')}
          name="fullName"
          value={typedIn('fullName')}
          autocomplete="name"
          spellcheck={false}
        />
        <DateInput
          {...birthDate}
          id="birthDate"
          legend={legend}
          birthDate
          values={{
            day: typedIn('birthDate-day'),
            month: typedIn('birthDate-month'),
            year: typedIn('birthDate-year'),
          }}
          wrongParts={wrong === 'day' || wrong === 'month' || wrong === 'year' ? [wrong] : undefined}
        />
        <Button preventDoubleClick>{t('continue')}</Button>
      </form>
      <p>
        {t('haveAccount')} <a href={`/sign-in?next=${encodeURIComponent(next)}`}>{t('signIn')}</a>
      </p>
    </SitePage>
  );
}

/** The input that takes the focus from the summary. */
function inputOf({ field, part }: FieldError): string {
  return field === 'birthDate' ? `birthDate-${part ?? 'day'}` : field;
}
