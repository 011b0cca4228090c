import { filledRows, inputsOf, type PageDefinition, rowOf } from '#lib/forms';
import type { OpenDraft } from '../open-draft.js';
import { inputsShown } from '../page-state.js';

/** Where to go on in a table of the page: the id of the first box of its first empty row; that of the page's form if it has none. */
export function firstEmptyCell({ content }: OpenDraft, page: PageDefinition, fieldId: string): string {
  const table = page.fields.find(({ id }) => id === fieldId);
  if (table?.type !== 'table') return 'answers';
  const next = filledRows(table, inputsShown(page, content)).length;
  return next < (table.max ?? 20) ? (rowOf(table, next).flatMap(inputsOf)[0] ?? table.id) : table.id;
}
