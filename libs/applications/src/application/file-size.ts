import type { Language } from '#lib/platform';

/** A size people can read: `1,2 MB`, `340 kB`. */
export function fileSize(language: Language, bytes: number): string {
  const [amount, unit] = bytes >= 1_000_000 ? [bytes / 1_000_000, 'MB'] : [Math.max(1, bytes / 1000), 'kB'];
  return `${new Intl.NumberFormat(language, { maximumFractionDigits: unit === 'MB' ? 1 : 0 }).format(amount)} ${unit}`;
}
