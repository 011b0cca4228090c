import { type Choice, choiceId, type Divider } from './choice.js';
import { classNames } from './class-names.js';
import { describedBy } from './described-by.js';
import { Hint } from './hint.js';
import { Label } from './label.js';
import type { GroupProps } from './props.js';
import { QuestionGroup } from './question-group.js';

export interface CheckboxesProps extends GroupProps {
  name: string;
  /** Id of the group and of its first answer. Default: the name. */
  id?: string | undefined;
  options: (CheckboxChoice | Divider)[];
  values?: string[] | undefined;
  small?: boolean | undefined;
}

export interface CheckboxChoice extends Choice {
  /** Default: the name of the group. */
  name?: string | undefined;
  /** "None of these": unticks the others and is unticked by them. */
  exclusive?: boolean | undefined;
}

/** Any number of a few answers. */
export function Checkboxes(props: CheckboxesProps) {
  const id = props.id ?? props.name;
  return (
    <QuestionGroup id={id} group={props}>
      <div
        class={classNames('govuk-checkboxes', props.small && 'govuk-checkboxes--small', props.class)}
        {...props.attributes}
        data-module="govuk-checkboxes"
      >
        {props.options.map((option, index) =>
          'divider' in option ? (
            <div class="govuk-checkboxes__divider">{option.divider}</div>
          ) : (
            <Checkbox group={props} groupId={id} id={choiceId(id, option, index)} choice={option} />
          ),
        )}
      </div>
    </QuestionGroup>
  );
}

interface CheckboxProps {
  group: CheckboxesProps;
  groupId: string;
  id: string;
  choice: CheckboxChoice;
}

function Checkbox({ group, groupId, id, choice }: CheckboxProps) {
  const checked = choice.checked ?? group.values?.includes(choice.value) ?? false;
  // Without a fieldset nothing else carries the description of the group.
  const described = classNames(
    group.legend ? undefined : describedBy(groupId, group),
    choice.hint ? `${id}-item-hint` : undefined,
  );
  return (
    <>
      <div class="govuk-checkboxes__item">
        <input
          class="govuk-checkboxes__input"
          id={id}
          name={choice.name ?? group.name}
          type="checkbox"
          value={choice.value}
          checked={checked}
          disabled={choice.disabled}
          data-aria-controls={choice.reveals ? `conditional-${id}` : undefined}
          data-behaviour={choice.exclusive ? 'exclusive' : undefined}
          aria-describedby={described}
          {...choice.attributes}
        />
        <Label for={id} class="govuk-checkboxes__label">
          {choice.text}
        </Label>
        {choice.hint ? (
          <Hint id={`${id}-item-hint`} class="govuk-checkboxes__hint">
            {choice.hint}
          </Hint>
        ) : null}
      </div>
      {choice.reveals ? (
        <div
          class={classNames(
            'govuk-checkboxes__conditional',
            !checked && 'govuk-checkboxes__conditional--hidden',
          )}
          id={`conditional-${id}`}
        >
          {choice.reveals}
        </div>
      ) : null}
    </>
  );
}
