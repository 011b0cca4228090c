import type { VNode } from 'preact';
import { Hint } from '../hint.js';
import {
  Checkboxes,
  DateInput,
  ErrorMessage,
  Fieldset,
  FileUpload,
  Input,
  Radios,
  Select,
  Textarea,
} from '../index.js';
import { Label } from '../label.js';
import type { Options } from './options.js';
import { choice, content, dateParts, dateValues, field, group, wrongDateParts } from './parts-of-options.js';

/** Whatever a question is made of. */
export const fieldsFromOptions: Record<string, (options: Options) => VNode> = {
  checkboxes: (o) => (
    <Checkboxes
      {...group(o)}
      name={o.name ?? ''}
      options={(o.items ?? []).filter(Boolean).map(choice)}
      values={o.values as string[]}
    />
  ),
  'date-input': (o) => (
    <DateInput
      {...group(o)}
      id={o.id ?? ''}
      namePrefix={o.namePrefix ?? ''}
      values={dateValues(o)}
      parts={dateParts(o)}
      wrongParts={wrongDateParts(o)}
      birthDate={o.items?.[0]?.autocomplete === 'bday-day'}
    />
  ),
  'error-message': (o) => (
    <ErrorMessage id={o.id} class={o.classes}>
      {content(o)}
    </ErrorMessage>
  ),
  fieldset: (o) => (
    <Fieldset
      legend={content(o.legend)}
      legendClass={o.legend?.classes}
      legendAsHeading={o.legend?.isPageHeading}
      describedBy={o.describedBy}
      role={o.role as 'group'}
      class={o.classes}
    />
  ),
  'file-upload': (o) => <FileUpload {...field(o)} multiple={o.multiple} plain={!o.javascript} />,
  hint: (o) => (
    <Hint id={o.id} class={o.classes}>
      {content(o)}
    </Hint>
  ),
  input: (o) => (
    <Input
      {...field(o)}
      value={o.value}
      type={o.type as 'text'}
      inputmode={o.inputmode as 'text'}
      autocomplete={o.autocomplete}
      spellcheck={o.spellcheck}
      pattern={o.pattern}
      prefix={content(o.prefix)}
      suffix={content(o.suffix)}
    />
  ),
  label: (o) => (
    <Label for={o.for} class={o.classes} asHeading={o.isPageHeading}>
      {content(o)}
    </Label>
  ),
  radios: (o) => (
    <Radios
      {...group(o)}
      name={o.name ?? ''}
      options={(o.items ?? []).filter(Boolean).map(choice)}
      value={o.value as string}
    />
  ),
  select: (o) => (
    <Select
      {...field(o)}
      options={(o.items ?? [])
        .filter(Boolean)
        .map(({ text = '', value, disabled }) => ({ text, value, disabled }))}
      value={o.value ?? o.items?.find((item) => item?.selected)?.value}
    />
  ),
  textarea: (o) => (
    <Textarea
      {...field(o)}
      value={o.value as string}
      rows={o.rows as number}
      spellcheck={o.spellcheck}
      autocomplete={o.autocomplete}
    />
  ),
};
