import type { ChannelRow } from './channel-table.js';
import { cleanLine } from './clean-text.js';
import type { Deadline, DeadlineUnit, Flag } from './procedure-facts.js';

const units: Record<string, DeadlineUnit> = {
  'Ngày làm việc': 'working-day',
  Ngày: 'day',
  'Giờ làm việc': 'working-hour',
  Giờ: 'hour',
  Tuần: 'week',
  Tháng: 'month',
  Năm: 'year',
  Phút: 'minute',
};

/** The time of a row; as a text what cannot be read as one; undefined when the portal states none. */
export function readDeadline(row: ChannelRow, note: string, flags: Flag[]): Deadline | string | undefined {
  const cell = row.deadline;
  const silent = cell === undefined || cell === 'Không có thông tin'; // undefined: runs into the fee, flagged there
  const stated = silent ? undefined : readCell(cell);
  if (stated) return stated;

  const noted = readNote(note);
  if (noted) {
    flags.push({ code: 'deadline-from-note', field: 'channels', raw: row.raw });
    return noted;
  }
  if (silent) return undefined;
  const code = /^[\d.,]+$/.test(cell) ? 'deadline-without-unit' : 'deadline-in-words';
  flags.push({ code, field: 'channels', raw: cell });
  return cell;
}

function readCell(cell: string): Deadline | undefined {
  const match = /^(\d+(?:[.,]\d+)?) ?(\P{N}+)$/u.exec(cell);
  const unit = units[match?.[2] ?? ''];
  const amount = Number(match?.[1]?.replace(',', '.'));
  return unit && amount > 0 ? { amount, unit } : undefined;
}

const timeInWords =
  /(?<![\d.,/])(\d{1,4}) (?:\([^()]{1,20}\) )?(ngày làm việc|giờ làm việc|ngày|giờ|tuần|tháng|năm)(?! \d)/giu;
const opening =
  /^(?:[-–+*•]\s*)?(?:thời (?:hạn|gian) giải quyết\s*:?\s*)?(?:trong (?:thời hạn|vòng)\s+)?(?:không quá\s+)?(?=\d)/iu;

/** A note that opens with a time and names no other: "05 ngày làm việc kể từ ngày nhận đủ hồ sơ". */
function readNote(note: string): Deadline | undefined {
  const times = [...note.slice(0, 4000).matchAll(timeInWords)];
  const [only] = times;
  if (!only || times.length > 1 || opening.exec(note)?.[0].length !== only.index) return undefined;
  const word = only[2]?.toLowerCase() ?? '';
  const unit = units[word.charAt(0).toUpperCase() + word.slice(1)];
  const amount = Number(only[1]);
  return unit && amount > 0 ? { amount, unit } : undefined;
}

/**
 * Whether the words beside a deadline state the same number in the other kind of days, and nowhere in its own:
 * the cell says "20 Ngày", the note "không quá 20 ngày làm việc".
 */
export function contradictsUnit(deadline: Deadline, words: string): boolean {
  if (deadline.unit !== 'working-day' && deadline.unit !== 'day') return false;
  const days = [
    ...cleanLine(words).matchAll(
      /(?<![\d.,/])0*(\d{1,4}) (?:\([^()]{1,20}\) )?(ngày làm việc|ngày(?! \d))/giu,
    ),
  ]
    .filter((match) => Number(match[1]) === deadline.amount)
    .map((match) => (match[2]?.toLowerCase() === 'ngày' ? 'day' : 'working-day'));
  return days.length > 0 && !days.includes(deadline.unit);
}
