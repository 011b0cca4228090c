import { foldForSearch } from '../search/fold.js';

/** ASCII letters, digits and hyphens. Two names that differ only in accents, case or dashes share a slug. */
export function slugOf(name: string): string {
  return foldForSearch(name)
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '');
}
