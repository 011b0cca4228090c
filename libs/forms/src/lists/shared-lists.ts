import type { Lists } from '../field-type.js';
import rows from './shared-lists.json' with { type: 'json' };

/**
 * Lists that many declarations share. A definition names one where it has no list of its own of that name, and its
 * published revision holds the items, so that what was filed stays what was asked. The file has the words of each value in
 * Vietnamese, English and French.
 *
 * Sources: `identityPapers` are the types 1 to 8 of the civil status forms; `householdRelationships`, to the head of the
 * household, are those of form CT01 (Law on Residence 68/2020); `landUses` are those of the Law on Land 31/2024, article 9.
 */
export const sharedLists: Lists = Object.fromEntries(
  Object.entries(rows).map(([list, items]) => [
    list,
    Object.entries(items).map(([value, [vi = '', en = '', fr = '']]) => ({ value, label: { vi, en, fr } })),
  ]),
);
