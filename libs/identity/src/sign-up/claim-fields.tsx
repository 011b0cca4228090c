import { errorSentence, type FieldError, type Typed } from '#lib/forms';
import { type Language, say } from '#lib/platform';
import { DateInput, ErrorSummary, Input } from '#lib/web';
import { signUpForm } from './sign-up.form.js';

interface Claiming {
  language: Language;
  typed: Typed;
  errors: FieldError[];
}

/** What there is to mend in a claim; nothing where there is nothing. */
export function ClaimErrors({ language, errors }: Omit<Claiming, 'typed'>) {
  if (errors.length === 0) return null;
  const shown = errors.map((error) => ({
    text: errorSentence(language, signUpForm, error),
    href: `#${inputOf(error)}`,
  }));
  return <ErrorSummary errors={shown} />;
}

/** Who somebody says they are: ID number, name, birth date. */
export function ClaimFields({ language, typed, errors }: Claiming) {
  const [page] = signUpForm.pages;
  const errorOf = (id: string) => errors.find(({ field }) => field === id);
  const question = (id: string) => {
    const field = page.fields.find((each) => each.id === id);
    const error = errorOf(id);
    return {
      label: field && say(field.label, language),
      hint: field?.hint && say(field.hint, language),
      error: error && errorSentence(language, signUpForm, error),
    };
  };
  const { label: legend, ...birthDate } = question('birthDate');
  const typedIn = (name: string) => [typed[name]].flat()[0] ?? '';
  const wrong = errorOf('birthDate')?.part;
  return (
    <>
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
    </>
  );
}

/** The input that takes the focus from the summary. */
function inputOf({ field, part }: FieldError): string {
  return field === 'birthDate' ? `birthDate-${part ?? 'day'}` : field;
}
