import { textIn } from '#lib/web';

/** The three boxes of a posted date, `<prefix>-day` and so on, as YYYY-MM-DD; undefined for a date that does not exist. */
export function dayIn(body: unknown, prefix: string): string | undefined {
  const [year, month, day] = ['year', 'month', 'day'].map((part) => textIn(body, `${prefix}-${part}`).trim());
  if (!/^\d{4}$/.test(year ?? '') || !/^\d{1,2}$/.test(month ?? '') || !/^\d{1,2}$/.test(day ?? ''))
    return undefined;
  const written = `${year}-${month?.padStart(2, '0')}-${day?.padStart(2, '0')}`;
  const read = new Date(`${written}T00:00:00Z`);
  return !Number.isNaN(read.getTime()) && read.toISOString().startsWith(written) ? written : undefined;
}
