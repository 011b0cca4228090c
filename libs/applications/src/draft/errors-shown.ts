import { checkPage, type FieldError, type PageDefinition } from '#lib/forms';
import type { Platform } from '#lib/platform';
import { formContext } from './form-context.js';
import type { OpenDraft } from './open-draft.js';
import { returnToIn } from './page-address.js';

/**
 * What a page says is wrong when it is opened. After it was sent (`checked=1`) that is everything; on the way back to
 * the last look what is wrong, not what is still missing; else nothing: nobody is scolded for a page not yet seen.
 * It is found anew each time, so that what was mended meanwhile is not said again.
 */
export function errorsShown(
  platform: Platform,
  { form, content }: OpenDraft,
  page: PageDefinition,
  query: Record<string, unknown>,
): FieldError[] {
  const checked = query.checked === '1';
  if (!checked && returnToIn(query) === 'next') return [];
  const errors = checkPage(form, page, content.answers, formContext(platform));
  if (checked) return errors;
  return errors.filter(
    ({ field, code }) => content.answers[field] !== undefined && !code.startsWith('address-'),
  );
}
