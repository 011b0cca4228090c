import { Input } from '#lib/web';
import { texts } from '../texts.js';
import { type FieldView, shownIn } from './field-view.js';
import { wrongPart } from './place-fieldset.js';

/** House number, street, hamlet: what no list holds, where the field asks for it. */
export function PlaceDetail({ view, asked = 'required' }: { view: FieldView; asked?: string | undefined }) {
  const t = texts(view.language);
  const name = `${view.field.id}-detail`;
  if (asked === 'none') return null;
  return (
    <Input
      name={name}
      label={asked === 'optional' ? t('detail-optional') : t('detail')}
      labelClass="address__label"
      error={wrongPart(view, 'detail')}
      value={shownIn(view, name)}
    />
  );
}
