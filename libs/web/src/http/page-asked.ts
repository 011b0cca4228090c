import { textIn } from './text-in.js';

/** Which page of a long list an address asks for by `page`, from 1. Never refuses. */
export function pageAsked(query: unknown): number {
  return Math.min(Math.max(Math.trunc(Number(textIn(query, 'page'))) || 1, 1), 10_000);
}
