import { agencyNameAt, places } from '#lib/organisations';
import { Select } from '#lib/web';
import { texts } from '../texts.js';
import { type FieldView, hintOf, labelOf, shownIn } from './field-view.js';
import { PlaceChoice, placeOptions } from './place-choice.js';
import { PlaceFieldset } from './place-fieldset.js';

/** An agency of a kind: that of a province out of all, that of a commune out of those of a province, by name. */
export function AgencyField({ view }: { view: FieldView }) {
  const { field, language, error } = view;
  if (field.type !== 'agency') return null;
  const t = texts(language);
  const nameOf = (place: string) => agencyNameAt(field.body, place, language);
  if (field.authority === 'province')
    return (
      <Select
        name={`${field.id}-province`}
        label={labelOf(view)}
        hint={hintOf(view)}
        error={error?.text}
        value={shownIn(view, `${field.id}-province`)}
        options={placeOptions(places.allProvinces(), t('choose'), language, nameOf)}
      />
    );
  return (
    <PlaceFieldset view={view} data-address data-choose={t('choose')} data-agency={nameOf('').trim()}>
      <PlaceChoice view={view} label={t('agency')} button={t('show-agencies')} nameOf={nameOf} />
    </PlaceFieldset>
  );
}
