import { classNames } from './class-names.js';
import { describedBy } from './described-by.js';
import { LabelledField } from './form-group.js';
import type { FieldProps } from './props.js';

export interface SelectOption {
  text: string;
  /** Default: the text. */
  value?: string | number | undefined;
  disabled?: boolean | undefined;
}

export interface SelectProps extends FieldProps {
  options: SelectOption[];
  /** The value of the option chosen; none: the first one. */
  value?: string | number | undefined;
}

/** One of a long list. Works without JavaScript; a short list is better asked with radios. */
export function Select(props: SelectProps) {
  const id = props.id ?? props.name;
  return (
    <LabelledField id={id} field={props}>
      <select
        class={classNames('govuk-select', props.class, Boolean(props.error) && 'govuk-select--error')}
        id={id}
        name={props.name}
        disabled={props.disabled}
        aria-describedby={describedBy(id, props)}
        {...props.attributes}
      >
        {props.options.map((option) => (
          <option
            value={option.value}
            selected={Boolean(props.value) && (option.value ?? option.text) === props.value}
            disabled={option.disabled}
          >
            {option.text}
          </option>
        ))}
      </select>
    </LabelledField>
  );
}
