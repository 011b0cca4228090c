import { mediaTypes } from '#lib/documents';
import { type Language, type Refusal, refusalWords } from '#lib/platform';
import type { OpenDraft } from '../draft/open-draft.js';
import { paperField, paperLimits } from './paper-field.js';

const codes = [
  'file-missing',
  'file-empty',
  'file-too-large',
  'file-type-not-accepted',
  'upload-broken-off',
  'too-many-files',
];

/**
 * What the address of a page says of a file that was refused, so that it can be opened again. `at` is the version of
 * the draft: what was saved since makes it old news. Undefined for a refusal that is not about the file.
 */
export function refusedPaper(
  { code }: Refusal,
  field: string,
  { draft }: OpenDraft,
): Record<'refused' | 'field' | 'at', string> | undefined {
  return codes.includes(code) ? { refused: code, field, at: String(draft.version) } : undefined;
}

/** The refusal that an address tells of, in words; undefined if it tells of none or of one long past. */
export function paperError(
  query: Record<string, unknown>,
  { draft, form }: OpenDraft,
  language: Language,
): { field: string; text: string } | undefined {
  const { refused, field, at } = query;
  if (typeof refused !== 'string' || typeof field !== 'string') return undefined;
  if (!codes.includes(refused) || at !== String(draft.version)) return undefined;
  const asked = paperField(form, field);
  const { accept, maxMegabytes } = paperLimits(asked);
  const words = refusalWords(refused, language, {
    megabytes: maxMegabytes,
    accepted: accept.map((type) => mediaTypes[type]).join(', '),
    most: asked.maxFiles ?? 1,
  });
  return words && { field, text: `${words.title}. ${words.help}` };
}
