import type { PageDefinition } from '#lib/forms';

/** Whether a page has buttons that are pressed without scripts before it is sent: to fill drop-downs or add rows. */
export function hasButtons({ fields }: Pick<PageDefinition, 'fields'>): boolean {
  return fields.some(({ type }) => pressed.has(type));
}

const pressed = new Set<string>(['address', 'agency', 'former-address', 'table']);

/** The scripts that help with the fields of a page. */
export function islandsOf({ fields }: Pick<PageDefinition, 'fields'>): string[] {
  const types = new Set(fields.map(({ type }) => type));
  return [
    ...(types.has('address') || types.has('agency') ? ['address'] : []),
    ...(types.has('former-address') ? ['former-address'] : []),
    ...(fields.some((field) => field.type === 'text' && field.multiline) ? ['count'] : []),
    ...(types.has('file') ? ['paper'] : []),
  ];
}
