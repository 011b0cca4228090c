import type { KnownPlaces } from './field-type.js';

/** For forms that ask for no place. */
export const noPlaces: KnownPlaces = {
  isProvince: () => false,
  provinceOfCommune: () => undefined,
  formerPlace: () => undefined,
};
