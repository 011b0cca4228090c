import type { ChangeFilter } from '#lib/catalogue';

/** A filter as the query of an address. */
export function filterQuery({ what, ministry }: ChangeFilter, more: Record<string, string> = {}): string {
  return new URLSearchParams({ ...(what && { what }), ...(ministry && { ministry }), ...more }).toString();
}
