import { texts } from '../texts.js';
import type { FieldView } from './field-view.js';
import { PlaceChoice } from './place-choice.js';
import { PlaceDetail } from './place-detail.js';
import { PlaceFieldset } from './place-fieldset.js';

/** Province, commune and the rest. */
export function AddressField({ view }: { view: FieldView }) {
  const { field, language } = view;
  const t = texts(language);
  return (
    <PlaceFieldset view={view} data-address data-choose={t('choose')}>
      <PlaceChoice view={view} label={t('commune')} button={t('show-communes')} />
      <PlaceDetail view={view} asked={field.type === 'address' ? field.detail : undefined} />
      <p class="secondary">
        <a href="/places" target="_blank" rel="noopener">
          {t('former-place')}
        </a>
      </p>
    </PlaceFieldset>
  );
}
