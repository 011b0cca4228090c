import { type Choice, choiceId, type Divider } from './choice.js';
import { classNames } from './class-names.js';
import { Hint } from './hint.js';
import { Label } from './label.js';
import type { GroupProps } from './props.js';
import { QuestionGroup } from './question-group.js';

export interface RadiosProps extends GroupProps {
  name: string;
  /** Id of the group and of its first answer. Default: the name. */
  id?: string | undefined;
  options: (Choice | Divider)[];
  value?: string | undefined;
  /** Side by side: for two short answers. */
  inline?: boolean | undefined;
  small?: boolean | undefined;
}

/** Exactly one of a few answers. */
export function Radios(props: RadiosProps) {
  const id = props.id ?? props.name;
  const layout = classNames(
    'govuk-radios',
    props.inline && 'govuk-radios--inline',
    props.small && 'govuk-radios--small',
    props.class,
  );
  return (
    <QuestionGroup id={id} group={props}>
      <div class={layout} {...props.attributes} data-module="govuk-radios">
        {props.options.map((option, index) =>
          'divider' in option ? (
            <div class="govuk-radios__divider">{option.divider}</div>
          ) : (
            <Radio group={props} id={choiceId(id, option, index)} choice={option} />
          ),
        )}
      </div>
    </QuestionGroup>
  );
}

function Radio({ group, id, choice }: { group: RadiosProps; id: string; choice: Choice }) {
  const checked = choice.checked ?? (group.value !== undefined && group.value === choice.value);
  return (
    <>
      <div class="govuk-radios__item">
        <input
          class="govuk-radios__input"
          id={id}
          name={group.name}
          type="radio"
          value={choice.value}
          checked={checked}
          disabled={choice.disabled}
          data-aria-controls={choice.reveals ? `conditional-${id}` : undefined}
          aria-describedby={choice.hint ? `${id}-item-hint` : undefined}
          {...choice.attributes}
        />
        <Label for={id} class="govuk-radios__label">
          {choice.text}
        </Label>
        {choice.hint ? (
          <Hint id={`${id}-item-hint`} class="govuk-radios__hint">
            {choice.hint}
          </Hint>
        ) : null}
      </div>
      {choice.reveals ? (
        <div
          class={classNames('govuk-radios__conditional', !checked && 'govuk-radios__conditional--hidden')}
          id={`conditional-${id}`}
        >
          {choice.reveals}
        </div>
      ) : null}
    </>
  );
}
