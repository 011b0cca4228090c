import { type Place, places } from '#lib/organisations';
import type { Language } from '#lib/platform';
import { Button, Select } from '#lib/web';
import { texts } from '../texts.js';
import { type FieldView, shownIn } from './field-view.js';
import { wrongPart } from './place-fieldset.js';
import { showCommunes } from './show-places.js';

interface PlaceChoiceProps {
  view: FieldView;
  /** What the second drop-down is for, and the button that fills it. */
  label: string;
  button: string;
  /** What is chosen in a commune, in words: the commune itself if not said. */
  nameOf?: (place: string) => string;
}

/**
 * A province, and something in each of its communes. What is listed is of the province that stands in the first drop-down;
 * `address.island.ts` fetches others at once, without it the button does.
 */
export function PlaceChoice({ view, label, button, nameOf }: PlaceChoiceProps) {
  const { field, language } = view;
  const t = texts(language);
  const province = shownIn(view, `${field.id}-province`);
  const communes = places.communesOf(province);
  return (
    <>
      <Select
        name={`${field.id}-province`}
        label={t('province')}
        labelClass="address__label"
        error={wrongPart(view, 'province')}
        value={province}
        options={placeOptions(places.allProvinces(), t('choose'), language)}
      />
      <div class="address__show">
        <Button kind="secondary" name={showCommunes} value={field.id}>
          {button}
        </Button>
      </div>
      <Select
        name={`${field.id}-commune`}
        label={label}
        labelClass="address__label"
        error={wrongPart(view, 'commune')}
        value={shownIn(view, `${field.id}-commune`)}
        options={placeOptions(
          communes,
          communes.length > 0 ? t('choose') : t('choose-province-first'),
          language,
          nameOf,
        )}
      />
    </>
  );
}

/** Places to choose from, by their codes, behind a first line that is no choice. */
export function placeOptions(
  listed: Place[],
  first: string,
  language: Language,
  nameOf: (place: string) => string = (place) => place,
) {
  return [
    { value: '', text: first },
    ...listed.map(({ code, name, nameEn }) => ({
      value: code,
      text: nameOf(language === 'en' ? nameEn : name),
    })),
  ];
}
