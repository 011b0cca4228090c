import { filledRows, rowOf } from '#lib/forms';
import { say } from '#lib/platform';
import type { VNode } from 'preact';
import { Button, ErrorMessage, Fieldset } from '#lib/web';
import { texts } from '../texts.js';
import { type FieldView, hintOf, labelOf } from './field-view.js';

/** Pressed without JavaScript to get more rows; its value is the field. */
export const addRows = 'add-rows';

interface TableFieldProps {
  view: FieldView;
  /** Draws one cell. */
  Cell: (props: { view: FieldView }) => VNode | null;
}

/** Rows to fill in, always some of them empty; beside each other where there is room, else one below the other. */
export function TableField({ view, Cell }: TableFieldProps) {
  const { field, language, error, itemErrors = [], shown } = view;
  if (field.type !== 'table') return null;
  const t = texts(language);
  const most = field.max ?? 20;
  const rows = Math.min(most, Math.max(field.min ?? 1, filledRows(field, shown).length + 2));
  const hint = hintOf(view);
  const cellError = (row: number, column: string) =>
    itemErrors.find((wrong) => wrong.index === row && wrong.field === column);
  return (
    <div id={field.id} class={`items${error ? ' govuk-form-group--error' : ''}`}>
      <Fieldset legend={labelOf(view)} legendSize="m" describedBy={hint ? `${field.id}-hint` : undefined}>
        {hint ? (
          <div id={`${field.id}-hint`} class="govuk-hint">
            {hint}
          </div>
        ) : null}
        {error ? <ErrorMessage>{error.text}</ErrorMessage> : null}
        {Array.from({ length: rows }, (_, row) => (
          <Fieldset
            class="items__row"
            legend={t('item-title', { item: say(field.item, language), number: row + 1 })}
            legendSize="s"
          >
            <div class="items__cells">
              {rowOf(field, row).map((cell, index) => (
                <Cell
                  view={{
                    ...view,
                    field: cell,
                    error: cellError(row, field.fields[index]?.id ?? ''),
                    known: false,
                  }}
                />
              ))}
            </div>
          </Fieldset>
        ))}
        {rows < most ? (
          <Button kind="secondary" name={addRows} value={field.id}>
            {t('rows-add')}
          </Button>
        ) : (
          <p class="secondary">{t('items-full', { most })}</p>
        )}
      </Fieldset>
    </div>
  );
}
