import type { Language } from '#lib/platform';
import type { Channel, Fee } from '../import/procedure-facts.js';
import { moneyWords } from './money-words.js';
import { texts } from './texts.js';

/** One fee: an amount, or that it could not be read. */
export function amountWords(language: Language, { amountDong, amountUsd }: Fee): string {
  if (amountDong !== undefined) return moneyWords(language, amountDong);
  if (amountUsd !== undefined) return moneyWords(language, amountUsd, 'USD');
  return texts(language)('fee.unread');
}

/**
 * What it costs by the channels given, in a few words. "Free" only where every channel is free; where one says an
 * amount and another nothing, or several amounts stand, it depends on the case.
 */
export function feeWords(language: Language, channels: Channel[]): string {
  const t = texts(language);
  const said = new Set(
    channels.flatMap(({ free, fees }) => {
      if (free) return [t('fee.free')];
      return fees.length > 0 ? fees.map((fee) => amountWords(language, fee)) : [t('fee.unstated')];
    }),
  );
  const [only] = said;
  return said.size > 1 ? t('fee.depends') : (only ?? t('fee.unstated'));
}
