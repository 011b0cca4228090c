import type { FieldDefinition } from '#lib/forms';
import { say } from '#lib/platform';
import { Input } from '#lib/web';
import { type FieldView, hintOf, labelOf, shownIn } from './field-view.js';

type Keyboard = Pick<Parameters<typeof Input>[0], 'type' | 'inputmode' | 'width' | 'spellcheck'>;

/** What helps on a phone, by the type of field. */
const keyboards: Partial<Record<FieldDefinition['type'], Keyboard>> = {
  name: { spellcheck: false },
  'id-number': { inputmode: 'numeric', width: 20, spellcheck: false },
  phone: { type: 'tel', inputmode: 'tel', width: 20 },
  email: { type: 'email', inputmode: 'email', spellcheck: false },
  number: { inputmode: 'numeric', width: 5 },
  money: { inputmode: 'numeric', width: 10 },
};

/** Browsers fill in the applicant's own data, nobody else's. */
const autocomplete: Record<string, string> = {
  'person.name': 'name',
  'person.phone': 'tel',
  'person.email': 'email',
};

/** A field typed into one box. */
export function OneLineField({ view }: { view: FieldView }) {
  const { field, error } = view;
  const common = {
    name: field.id,
    label: labelOf(view),
    hint: hintOf(view),
    error: error?.text,
    value: shownIn(view, field.id),
  };
  return (
    <Input
      {...common}
      {...keyboards[field.type]}
      suffix={unitOf(view)}
      autocomplete={field.prefillWhen ? 'off' : autocomplete[field.prefill ?? '']}
    />
  );
}

function unitOf({ field, language }: FieldView): string | undefined {
  if (field.type === 'money') return '₫';
  return field.type === 'number' && field.unit ? say(field.unit, language) : undefined;
}
