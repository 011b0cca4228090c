import { DateInput } from '#lib/web';
import { type FieldView, hintOf, labelOf, shownIn } from './field-view.js';

const boxes = ['day', 'month', 'year'] as const;

/** A date in three boxes, in the order it is written in Việt Nam. */
export function DateField({ view }: { view: FieldView }) {
  const { field, error } = view;
  const wrong = boxes.find((box) => box === error?.part);
  return (
    <DateInput
      id={field.id}
      legend={labelOf(view)}
      hint={hintOf(view)}
      error={error?.text}
      wrongParts={wrong && [wrong]}
      values={Object.fromEntries(boxes.map((box) => [box, shownIn(view, `${field.id}-${box}`)]))}
    />
  );
}
