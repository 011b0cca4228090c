import { textIn } from '#lib/web';

/** Which page of a long list is asked for, from 1. */
export function pageAsked(query: unknown): number {
  return Math.min(Math.max(Math.trunc(Number(textIn(query, 'page'))) || 1, 1), 10_000);
}
