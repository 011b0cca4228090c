import { choicesOf } from '#lib/forms';
import { Checkboxes, Radios, Select } from '#lib/web';
import { texts } from '../texts.js';
import { type FieldView, hintOf, labelOf, shownIn } from './field-view.js';

/** One of a few: all in sight, and under each what it asks further. */
export function RadiosField({ view }: { view: FieldView }) {
  const { field, error, reveals } = view;
  return (
    <Radios
      name={field.id}
      legend={labelOf(view)}
      hint={hintOf(view)}
      error={error?.text}
      value={shownIn(view, field.id) || undefined}
      options={choices(view).map(({ value, label }) => ({
        value,
        text: label,
        reveals: reveals?.get(value),
      }))}
    />
  );
}

/** Any number of a few. The empty hidden input says "none" where otherwise nothing would be sent. */
export function CheckboxesField({ view }: { view: FieldView }) {
  const { field, error, shown } = view;
  return (
    <>
      <input type="hidden" name={field.id} value="" />
      <Checkboxes
        name={field.id}
        legend={labelOf(view)}
        hint={hintOf(view)}
        error={error?.text}
        values={[shown[field.id] ?? []].flat()}
        options={choices(view).map(({ value, label }) => ({ value, text: label }))}
      />
    </>
  );
}

/** One of many, in a drop-down. */
export function SelectField({ view }: { view: FieldView }) {
  const { field, error, language } = view;
  return (
    <Select
      name={field.id}
      label={labelOf(view)}
      hint={hintOf(view)}
      error={error?.text}
      value={shownIn(view, field.id)}
      options={[
        { value: '', text: texts(language)('choose') },
        ...choices(view).map(({ value, label }) => ({ value, text: label })),
      ]}
    />
  );
}

function choices({ form, field, answers, language }: FieldView) {
  return choicesOf(language, form, field, answers);
}
