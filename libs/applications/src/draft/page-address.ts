/** Where a page leads after saving: to the next one, or to the last look. */
export type ReturnTo = 'next' | 'check';

export function returnToIn(query: Record<string, unknown>): ReturnTo {
  return query.return === 'check' ? 'check' : 'next';
}

/** The address of a page of a draft, with what else it is to show. */
export function pageAddress(
  draftId: string,
  pageId: string,
  returnTo: ReturnTo,
  shows: Record<string, string> = {},
): string {
  const query = new URLSearchParams({
    ...(returnTo === 'check' && { return: 'check' }),
    ...shows,
  }).toString();
  return `/drafts/${draftId}/pages/${pageId}${query && `?${query}`}`;
}

/** The address of the n-th item of a repeat, from 1, or of what is done to it. */
export function itemAddress(
  draftId: string,
  pageId: string,
  number: number,
  returnTo: ReturnTo,
  act?: 'removal',
): string {
  const query = returnTo === 'check' ? '?return=check' : '';
  return `/drafts/${draftId}/pages/${pageId}/items/${number}${act ? `/${act}` : ''}${query}`;
}

/** The address of the list of sections of a draft. */
export function sectionsAddress(draftId: string): string {
  return `/drafts/${draftId}/sections`;
}
