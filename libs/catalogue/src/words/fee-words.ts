import type { Language } from '#lib/platform';
import type { ServiceDefinition } from '../definition/service-definition.js';
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

/** The same for a list, where only what is known has room: undefined where it could not be read or is not stated. */
export function knownFee(language: Language, channels: Channel[]): string | undefined {
  const known = channels.every(
    ({ free, fees }) => free || (fees.length > 0 && fees.every(({ raw }) => !raw)),
  );
  return known && channels.length > 0 ? feeWords(language, channels) : undefined;
}

/** The fee that a definition states, in a few words; undefined where it states none. */
export function definedFee(language: Language, { fee }: Pick<ServiceDefinition, 'fee'>): string | undefined {
  if (fee.lines) return texts(language)('fee.depends');
  if (fee.amountDong === undefined) return undefined;
  return fee.amountDong === 0 ? texts(language)('fee.free') : moneyWords(language, fee.amountDong);
}
