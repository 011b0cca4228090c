import type { Language } from '#lib/platform';
import type { Channel, Deadline } from '../import/procedure-facts.js';
import { texts } from './texts.js';

/** "5 ngày làm việc". */
export function deadlineOfUnit(language: Language, { amount, unit }: Deadline): string {
  return texts(language)(`time.${unit}`, { count: amount });
}

/** How long it takes by the channels given, in a few words: a time, "depends on the case", or that nothing is known. */
export function timeWords(language: Language, channels: Channel[]): string {
  const t = texts(language);
  const times = [
    ...new Set(channels.flatMap(({ deadlines }) => deadlines.map((each) => deadlineOfUnit(language, each)))),
  ];
  const unread = channels.some(({ unreadDeadlines }) => unreadDeadlines?.length);
  if (times.length === 0) return t(unread ? 'time.unread' : 'time.unstated');
  return times.length === 1 && times[0] ? times[0] : t('time.depends');
}

/** The same for a list, where only what is known has room: undefined where no time could be read. */
export function knownTime(language: Language, channels: Channel[]): string | undefined {
  return channels.some(({ deadlines }) => deadlines.length > 0) ? timeWords(language, channels) : undefined;
}
