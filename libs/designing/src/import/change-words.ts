import type { RowPart } from '#lib/catalogue';
import type { Language } from '#lib/platform';
import { texts } from './texts.js';

/** In which parts a row differs, or that the procedure is new. */
export function changeWords({ parts }: { parts: RowPart[] }, language: Language): string {
  const t = texts(language);
  return parts.length === 0 ? t('part-new') : parts.map((part) => t(`part-${part}`)).join('; ');
}
