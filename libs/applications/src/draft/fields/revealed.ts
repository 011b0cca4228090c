import type { Condition, FieldDefinition, PageDefinition } from '#lib/forms';

/** A field that stands under a choice of another field of its page. */
export interface Revealed {
  field: FieldDefinition;
  /** Id of the field with the choices. */
  under: string;
  /** The choice, as it is posted. */
  choice: string;
}

/**
 * The fields of a page that depend on one choice of radios on the same page: they are drawn under that choice, so that
 * a browser shows them at once and one without JavaScript shows them always.
 */
export function revealedFields(page: PageDefinition): Revealed[] {
  return page.fields.flatMap((field) => {
    const on = field.when && field.type !== 'file' ? oneChoice(field.when) : undefined;
    const asker = on && page.fields.find(({ id }) => id === on.field);
    if (!on || !asker || (asker.type !== 'radios' && asker.type !== 'yes-no') || asker.when) return [];
    const choice = typeof on.value === 'boolean' ? (on.value ? 'yes' : 'no') : String(on.value);
    return [{ field, under: asker.id, choice }];
  });
}

function oneChoice(condition: Condition): { field: string; value: unknown } | undefined {
  if ('eq' in condition) return { field: condition.eq[0], value: condition.eq[1] };
  if ('in' in condition && condition.in[1].length === 1)
    return { field: condition.in[0], value: condition.in[1][0] };
  return undefined;
}
