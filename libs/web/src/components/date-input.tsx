import { useTexts } from '../page/page-language.js';
import { classNames } from './class-names.js';
import { Label } from './label.js';
import type { GroupProps } from './props.js';
import { QuestionGroup } from './question-group.js';

export type DatePart = 'day' | 'month' | 'year';

export interface DateInputProps extends GroupProps {
  /** Boxes have the ids `{id}-day`, `{id}-month`, `{id}-year`. */
  id: string;
  /** Boxes are named `{namePrefix}-day` and so on. Default: the id. Empty: just `day` and so on. */
  namePrefix?: string | undefined;
  values?: Partial<Record<DatePart, string | number | undefined>> | undefined;
  /** The boxes to mark when there is an error. Default: all. */
  wrongParts?: DatePart[] | undefined;
  /** Only these boxes, in this order. Default: day, month, year. */
  parts?: DatePart[] | undefined;
  /** The date asked for is the birth date of the person who fills the form in. */
  birthDate?: boolean | undefined;
}

/** A date in three boxes, as it is written and spoken: day, month, year. */
export function DateInput(props: DateInputProps) {
  return (
    <QuestionGroup id={props.id} group={props} role="group">
      <div class={classNames('govuk-date-input', props.class)} {...props.attributes} id={props.id}>
        {(props.parts ?? ['day', 'month', 'year']).map((part) => (
          <DateBox date={props} part={part} />
        ))}
      </div>
    </QuestionGroup>
  );
}

function DateBox({ date, part }: { date: DateInputProps; part: DatePart }) {
  const t = useTexts();
  const id = `${date.id}-${part}`;
  const prefix = date.namePrefix ?? date.id;
  const wrong = Boolean(date.error) && (date.wrongParts?.includes(part) ?? true);
  return (
    <div class="govuk-date-input__item">
      <div class="govuk-form-group">
        <Label for={id} class="govuk-date-input__label">
          {t(part)}
        </Label>
        <input
          class={classNames(
            'govuk-input govuk-date-input__input',
            wrong && 'govuk-input--error',
            part === 'year' ? 'govuk-input--width-4' : 'govuk-input--width-2',
          )}
          id={id}
          name={prefix ? `${prefix}-${part}` : part}
          type="text"
          value={date.values?.[part]}
          autocomplete={date.birthDate ? `bday-${part}` : undefined}
          inputmode="numeric"
        />
      </div>
    </div>
  );
}
