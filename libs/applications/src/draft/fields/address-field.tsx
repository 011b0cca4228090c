import { type Place, places } from '#lib/organisations';
import type { Language } from '#lib/platform';
import { Button, Fieldset, Input, Select } from '#lib/web';
import { texts } from '../texts.js';
import { type FieldView, hintOf, labelOf, shownIn } from './field-view.js';

/** Pressed without JavaScript to get the communes of the province chosen; its value is the field. */
export const showCommunes = 'show-communes';

/**
 * Province, commune and the rest. The communes listed are those of the province that stands in the first drop-down;
 * `address.island.ts` fetches others at once, without it the button does.
 */
export function AddressField({ view }: { view: FieldView }) {
  const { field, language, error } = view;
  const t = texts(language);
  const [provinceId, communeId, detailId] = [
    `${field.id}-province`,
    `${field.id}-commune`,
    `${field.id}-detail`,
  ];
  const province = shownIn(view, provinceId);
  const communes = places.communesOf(province);
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
        <Select
          name={provinceId}
          label={t('province')}
          labelClass="address__label"
          error={wrong('province')}
          value={province}
          options={options(places.allProvinces(), t('choose'), language)}
        />
        <div class="address__show">
          <Button kind="secondary" name={showCommunes} value={field.id}>
            {t('show-communes')}
          </Button>
        </div>
        <Select
          name={communeId}
          label={t('commune')}
          labelClass="address__label"
          error={wrong('commune')}
          value={shownIn(view, communeId)}
          options={options(
            communes,
            communes.length > 0 ? t('choose') : t('choose-province-first'),
            language,
          )}
        />
        {field.type === 'address' && field.detail === 'none' ? null : (
          <Input
            name={detailId}
            label={
              field.type === 'address' && field.detail === 'optional' ? t('detail-optional') : t('detail')
            }
            labelClass="address__label"
            error={wrong('detail')}
            value={shownIn(view, detailId)}
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

function options(listed: Place[], first: string, language: Language) {
  return [
    { value: '', text: first },
    ...listed.map(({ code, name, nameEn }) => ({ value: code, text: language === 'en' ? nameEn : name })),
  ];
}
