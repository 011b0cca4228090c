import type { Language } from '#lib/platform';

/** `8.000 ₫`, `₫8,000`, `8 000 ₫`. */
export function moneyWords(language: Language, amount: number, currency: 'VND' | 'USD' = 'VND'): string {
  return new Intl.NumberFormat(language, {
    style: 'currency',
    currency,
    maximumFractionDigits: currency === 'VND' ? 0 : 2,
    minimumFractionDigits: 0,
  }).format(amount);
}
