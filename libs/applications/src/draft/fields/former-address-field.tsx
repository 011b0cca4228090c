import { communesNow, formerUnits, wholeName } from '#lib/organisations';
import { Button, Select } from '#lib/web';
import { texts } from '../texts.js';
import { type FieldView, shownIn } from './field-view.js';
import { placeOptions } from './place-choice.js';
import { PlaceDetail } from './place-detail.js';
import { PlaceFieldset, wrongPart } from './place-fieldset.js';
import { showFormer } from './show-places.js';

/**
 * Province, district and commune of before 1 July 2025, what they are now, and the rest. What is listed is of what stands
 * in the drop-down before; `former-address.island.ts` fetches others at once, without it the button does.
 */
export function FormerAddressField({ view }: { view: FieldView }) {
  const { field, language } = view;
  if (field.type !== 'former-address') return null;
  const t = texts(language);
  const said = (part: string) => shownIn(view, `${field.id}-${part}`);
  const units = formerUnits();
  const [districts, communes] = [units.below(said('province')), units.below(said('district'))];
  const place = communes.length > 0 ? units.find(said('commune')) : units.find(said('district'));
  const now = place ? communesNow(place) : [];
  const [only, another] = now;
  const drop = (part: 'province' | 'district' | 'commune', listed: typeof districts, first: string) => (
    <Select
      name={`${field.id}-${part}`}
      label={t(`former-${part}`)}
      labelClass="address__label"
      error={wrongPart(view, part)}
      value={said(part)}
      options={placeOptions(listed, listed.length > 0 ? t('choose') : first, language)}
    />
  );
  return (
    <PlaceFieldset
      view={view}
      data-former-address
      data-choose={t('choose')}
      data-now={t('former-now', { place: '' }).trim()}
    >
      {drop('province', units.provinces, t('choose'))}
      {drop('district', districts, t('choose-province-first'))}
      {drop('commune', communes, t('choose-district-first'))}
      <div class="address__show">
        <Button kind="secondary" name={showFormer} value={field.id}>
          {t('show-former')}
        </Button>
      </div>
      <div class="address__today" hidden={!another}>
        <Select
          name={`${field.id}-today`}
          label={t('former-today')}
          labelClass="address__label"
          error={wrongPart(view, 'today')}
          value={said('today')}
          options={[
            { value: '', text: t('choose') },
            ...now.map((each) => ({ value: each.code, text: wholeName(each, language) })),
          ]}
        />
      </div>
      <p class="address__now" aria-live="polite">
        {only && !another ? t('former-now', { place: wholeName(only, language) }) : ''}
      </p>
      <PlaceDetail view={view} asked={field.detail} />
    </PlaceFieldset>
  );
}
