import type { PageContext } from '#lib/web';
import { texts } from './texts.js';

/** How many changes were decided just before the page was opened. */
export function decidedFlash({ path, language }: PageContext) {
  const t = texts(language);
  const query = new URLSearchParams(path.split('?')[1]);
  for (const outcome of ['accepted', 'dismissed'] as const) {
    const count = /^\d{1,6}$/.test(query.get(outcome) ?? '') ? Number(query.get(outcome)) : undefined;
    if (count === 0) return { kind: 'notice' as const, text: t('none-decided') };
    if (count) {
      const number = new Intl.NumberFormat(language).format(count);
      return { kind: 'success' as const, text: t(outcome, { count, number }) };
    }
  }
  return undefined;
}
