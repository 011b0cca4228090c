import type { ComponentChildren } from 'preact';
import { Fieldset } from '#lib/web';
import { type FieldView, hintOf, labelOf } from './field-view.js';

/** The question of a field that names a place in several inputs. `data` is what its island reads. */
export function PlaceFieldset({
  view,
  children,
  ...data
}: { view: FieldView; children: ComponentChildren } & Record<`data-${string}`, string | boolean>) {
  const hint = hintOf(view);
  const id = `${view.field.id}-hint`;
  return (
    <div class="address" {...data}>
      <Fieldset legend={labelOf(view)} describedBy={hint ? id : undefined}>
        {hint ? (
          <div id={id} class="govuk-hint">
            {hint}
          </div>
        ) : null}
        {children}
      </Fieldset>
    </div>
  );
}

/** What is wrong with one of the inputs; an error of the whole stands at the first. */
export function wrongPart({ error }: FieldView, part: string): string | undefined {
  return error && (error.part ?? 'province') === part ? error.text : undefined;
}
