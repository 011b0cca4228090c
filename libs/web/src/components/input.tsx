import { classNames } from './class-names.js';
import { describedBy } from './described-by.js';
import { LabelledField } from './form-group.js';
import type { Content, FieldProps } from './props.js';

export interface InputProps extends FieldProps {
  value?: string | number | undefined;
  type?: 'text' | 'email' | 'tel' | 'url' | 'search' | undefined;
  /** Characters that fit, where the length of the answer is known. */
  width?: 2 | 3 | 4 | 5 | 10 | 20 | 30 | undefined;
  inputmode?: 'text' | 'numeric' | 'decimal' | 'tel' | 'email' | 'url' | 'search' | 'none' | undefined;
  autocomplete?: string | undefined;
  spellcheck?: boolean | undefined;
  pattern?: string | undefined;
  /** A unit before the field, hidden from screen readers: say it in the label as well. */
  prefix?: Content;
  /** A unit after the field, such as ₫; hidden from screen readers: say it in the label as well. */
  suffix?: Content;
}

/** One line of text. */
export function Input(props: InputProps) {
  const id = props.id ?? props.name;
  const input = (
    <input
      class={classNames(
        'govuk-input',
        props.width && `govuk-input--width-${props.width}`,
        props.class,
        Boolean(props.error) && 'govuk-input--error',
      )}
      id={id}
      name={props.name}
      type={(props.type ?? 'text') as 'text'}
      spellcheck={props.spellcheck}
      value={props.value}
      disabled={props.disabled}
      aria-describedby={describedBy(id, props)}
      autocomplete={props.autocomplete}
      pattern={props.pattern}
      inputmode={props.inputmode}
      {...props.attributes}
    />
  );
  return (
    <LabelledField id={id} field={props}>
      {props.prefix || props.suffix ? (
        <div class="govuk-input__wrapper">
          {props.prefix ? <Affix side="prefix">{props.prefix}</Affix> : null}
          {input}
          {props.suffix ? <Affix side="suffix">{props.suffix}</Affix> : null}
        </div>
      ) : (
        input
      )}
    </LabelledField>
  );
}

function Affix(props: { side: 'prefix' | 'suffix'; children: Content }) {
  return (
    <div class={`govuk-input__${props.side}`} aria-hidden="true">
      {props.children}
    </div>
  );
}
