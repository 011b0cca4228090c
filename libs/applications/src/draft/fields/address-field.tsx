import { Fieldset, Input } from '#lib/web';
import { texts } from '../texts.js';
import { type FieldView, hintOf, labelOf, shownIn } from './field-view.js';
import { PlaceChoice } from './place-choice.js';

/** Province, commune and the rest. */
export function AddressField({ view }: { view: FieldView }) {
  const { field, language, error } = view;
  const t = texts(language);
  const wrong = (part: 'province' | 'commune' | 'detail') =>
    error && (error.part ?? 'province') === part ? error.text : undefined;
  const hint = hintOf(view);
  return (
    <div class="address" data-address data-choose={t('choose')}>
      <Fieldset legend={labelOf(view)} describedBy={hint ? `${field.id}-hint` : undefined}>
        {hint ? (
          <div id={`${field.id}-hint`} class="govuk-hint">
            {hint}
          </div>
        ) : null}
        <PlaceChoice view={view} label={t('commune')} button={t('show-communes')} wrong={wrong} />
        {field.type === 'address' && field.detail === 'none' ? null : (
          <Input
            name={`${field.id}-detail`}
            label={
              field.type === 'address' && field.detail === 'optional' ? t('detail-optional') : t('detail')
            }
            labelClass="address__label"
            error={wrong('detail')}
            value={shownIn(view, `${field.id}-detail`)}
          />
        )}
        <p class="secondary">
          <a href="/places" target="_blank" rel="noopener">
            {t('former-place')}
          </a>
        </p>
      </Fieldset>
    </div>
  );
}
