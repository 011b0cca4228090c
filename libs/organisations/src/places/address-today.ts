import type { AddressAnswer } from '#lib/forms';
import type { PlaceRow } from './place.entity.js';
import { places } from './places.js';

const longestDetail = 200;

/**
 * An address in the places of today. `day` (YYYY-MM-DD) says when it was written; without it a commune that is not of
 * its province today is taken for a former one. What the commune was called stays in words with the rest of the address;
 * that of a divided commune is left open, for a person knows in which part they live.
 */
export function addressToday(address: AddressAnswer, day?: string): AddressAnswer {
  const place = formerPlace(address, day);
  if (!place || place.validUntil === null) return address;
  const history = places.history();
  const now = history.successorsOf(place);
  if (now.length === 0) return address;
  const [only, another] = now;
  const [province, ...more] = new Set(now.map(({ parentCode }) => parentCode ?? ''));
  const commune = only && !another ? only.code : '';
  const [parent, grandparent] = history.around(place);
  const was = [place, parent, grandparent].flatMap((each) => each?.name ?? []).join(', ');
  const detail = address.detail === '' ? '' : `${address.detail} (trước đây: ${was})`;
  return {
    province: more.length === 0 && province ? province : '',
    commune,
    detail: detail.length > longestDetail ? address.detail : detail,
  };
}

function formerPlace({ province, commune }: AddressAnswer, day: string | undefined): PlaceRow | undefined {
  if (commune === '') return undefined;
  if (day !== undefined) return places.history().near('commune', commune, day);
  return places.provinceOfCommune(commune) === province
    ? undefined
    : places.history().former('commune', commune, province);
}
