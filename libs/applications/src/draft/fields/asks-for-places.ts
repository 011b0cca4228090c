import type { PageDefinition } from '#lib/forms';

/** Whether a page has drop-downs that are filled by what is chosen in others. */
export function asksForPlaces({ fields }: Pick<PageDefinition, 'fields'>): boolean {
  return fields.some(({ type }) => type === 'address' || type === 'agency');
}
