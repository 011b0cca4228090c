import type { PageDefinition } from '#lib/forms';

/** The scripts that fill the drop-downs of a page by what is chosen in others; [] where there are none. */
export function placeIslands({ fields }: Pick<PageDefinition, 'fields'>): string[] {
  const types = new Set(fields.map(({ type }) => type));
  return [
    ...(types.has('address') || types.has('agency') ? ['address'] : []),
    ...(types.has('former-address') ? ['former-address'] : []),
  ];
}
