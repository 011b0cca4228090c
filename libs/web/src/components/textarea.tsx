import { classNames } from './class-names.js';
import { describedBy } from './described-by.js';
import { LabelledField } from './form-group.js';
import type { FieldProps } from './props.js';

export interface TextareaProps extends FieldProps {
  value?: string | undefined;
  /** Lines shown. Default 5. */
  rows?: number | undefined;
  spellcheck?: boolean | undefined;
  autocomplete?: string | undefined;
}

/** Several lines of text. */
export function Textarea(props: TextareaProps) {
  const id = props.id ?? props.name;
  return (
    <LabelledField id={id} field={props}>
      <textarea
        class={classNames('govuk-textarea', Boolean(props.error) && 'govuk-textarea--error', props.class)}
        id={id}
        name={props.name}
        rows={props.rows ?? 5}
        spellcheck={props.spellcheck}
        disabled={props.disabled}
        aria-describedby={describedBy(id, props)}
        autocomplete={props.autocomplete}
        {...props.attributes}
      >
        {props.value}
      </textarea>
    </LabelledField>
  );
}
