import { classNames } from './class-names.js';
import { ErrorMessage } from './error-message.js';
import { Hint } from './hint.js';
import { Label } from './label.js';
import type { Content, FieldProps, QuestionProps } from './props.js';

/** The frame of a question. A question with an error carries a rule at its side. */
export function FormGroup(props: { question: QuestionProps; children: Content }) {
  const { error, groupClass } = props.question;
  return (
    <div class={classNames('govuk-form-group', Boolean(error) && 'govuk-form-group--error', groupClass)}>
      {props.children}
    </div>
  );
}

/** Hint and error of a question, with the ids that `describedBy` names. */
export function HintAndError(props: { id: string; question: QuestionProps }) {
  const { hint, error } = props.question;
  return (
    <>
      {hint ? <Hint id={`${props.id}-hint`}>{hint}</Hint> : null}
      {error ? <ErrorMessage id={`${props.id}-error`}>{error}</ErrorMessage> : null}
    </>
  );
}

/** Label, hint, error and the one field they belong to. */
export function LabelledField(props: { id: string; field: FieldProps; children: Content }) {
  const { id, field } = props;
  return (
    <FormGroup question={field}>
      <Label for={id} size={field.labelSize} asHeading={field.labelAsHeading} class={field.labelClass}>
        {field.label}
      </Label>
      <HintAndError id={id} question={field} />
      {props.children}
    </FormGroup>
  );
}
