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
