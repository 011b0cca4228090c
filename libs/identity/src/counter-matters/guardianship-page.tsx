import { type FieldDefinition, inputsOf, type Typed } from '#lib/forms';
import { say } from '#lib/platform';
import {
  Button,
  Checkboxes,
  DateInput,
  ErrorSummary,
  Input,
  type PageContext,
  PageHeading,
  Radios,
  SitePage,
} from '#lib/web';
import { guardianshipForm } from './guardianship.form.js';
import { type Mistake, sentenceFor } from './mistake.js';
import { matterTexts } from './texts.js';

interface Posted {
  typed: Typed;
  mistakes: Mistake[];
}

/** The first officer enters a guardianship that begins or ends, from the paper it rests on. */
export function guardianshipPage(context: PageContext, posted: Posted = { typed: {}, mistakes: [] }) {
  const t = matterTexts(context.language);
  const { mistakes } = posted;
  const title = t('guardianshipTitle');
  return (
    <SitePage
      context={context}
      title={title}
      back={{ href: '/counter', text: t('counter') }}
      errors={mistakes.length > 0}
    >
      {mistakes.length > 0 ? (
        <ErrorSummary
          errors={mistakes.map(({ input, sentence }) => ({ text: sentence, href: `#${input}` }))}
        />
      ) : null}
      <PageHeading lead={t('guardianshipLead')}>{title}</PageHeading>
      <form method="post" action="/counter/guardianships" novalidate>
        {guardianshipForm.pages[0].fields.map((field) => (
          <Field context={context} field={field} posted={posted} />
        ))}
        <Checkboxes
          name="compared"
          legend={t('confirmation')}
          values={[]}
          error={sentenceFor(mistakes, 'compared')}
          options={[{ value: 'yes', text: t('guardianCompared') }]}
        />
        <Button preventDoubleClick>{t('passOn')}</Button>
      </form>
    </SitePage>
  );
}

function Field({ context, field, posted }: { context: PageContext; field: FieldDefinition; posted: Posted }) {
  const { language } = context;
  const { id } = field;
  const typed = (name: string) => [posted.typed[name]].flat()[0] ?? '';
  const label = say(field.label, language);
  const shown = {
    hint: field.hint && say(field.hint, language),
    error: sentenceFor(posted.mistakes, id),
  };
  if (field.type === 'date') {
    const [day = '', month = '', year = ''] = inputsOf(field);
    const values = { day: typed(day), month: typed(month), year: typed(year) };
    return <DateInput {...shown} id={id} legend={label} values={values} />;
  }
  if (field.type === 'radios')
    return (
      <Radios
        {...shown}
        name={id}
        legend={label}
        value={typed(id)}
        options={(guardianshipForm.lists?.[field.list] ?? []).map((item) => ({
          value: item.value,
          text: say(item.label, language),
        }))}
      />
    );
  const digits = field.type === 'id-number' ? ({ width: 20, inputmode: 'numeric' } as const) : {};
  return (
    <Input
      {...shown}
      {...digits}
      name={id}
      label={label}
      value={typed(id)}
      autocomplete="off"
      spellcheck={false}
    />
  );
}
