import { mostCharacters } from '#lib/forms';
import { Textarea } from '#lib/web';
import { texts } from '../texts.js';
import { type FieldView, hintOf, labelOf, shownIn } from './field-view.js';

/**
 * Text of several lines, with how long it may be. `count.island.ts` says as one writes how many characters are left; a
 * screen reader hears it when one pauses.
 */
export function LongTextField({ view }: { view: FieldView }) {
  const { field, language, error } = view;
  if (field.type !== 'text') return null;
  const t = texts(language);
  const most = mostCharacters(field);
  const number = new Intl.NumberFormat(language).format(most);
  return (
    <div
      class="counted"
      data-count={most}
      data-left={t('characters-left', { number: '#' })}
      data-over={t('characters-over', { number: '#' })}
    >
      <Textarea
        name={field.id}
        label={labelOf(view)}
        hint={hintOf(view)}
        error={error?.text}
        describedBy={`${field.id}-most`}
        value={shownIn(view, field.id)}
        rows={7}
      />
      <p id={`${field.id}-most`} class="govuk-hint counted__most">
        {t('characters-most', { number })}
      </p>
    </div>
  );
}
