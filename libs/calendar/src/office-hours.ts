/** The spans of one working day in which an office works, in order, as milliseconds of the legal day. */
export type OfficeHours = readonly { fromMs: number; toMs: number }[];

/**
 * ASSUMPTION: 07:30 to 11:30 and 13:00 to 17:00, eight hours. Offices publish their own hours and no single
 * text fixes them for the country; an agency with other hours passes its own.
 */
export const usualOfficeHours: OfficeHours = officeHours('07:30-11:30', '13:00-17:00');

/** Reads spans written as `07:30-11:30`. They must be in order and not overlap. */
export function officeHours(...spans: string[]): OfficeHours {
  const hours = spans.map((span) => {
    const [from = '', to = ''] = span.split('-');
    return { fromMs: clockMs(from), toMs: clockMs(to) };
  });
  let earliest = 0;
  for (const { fromMs, toMs } of hours) {
    if (fromMs < earliest || toMs <= fromMs) {
      throw new RangeError(`office hours must be in order and not overlap: ${spans.join(', ')}`);
    }
    earliest = toMs;
  }
  return hours;
}

/** When the working day ends, as milliseconds of the legal day. Terms in days and months end then. */
export function closingMs(hours: OfficeHours): number {
  const last = hours.at(-1);
  if (!last) throw new RangeError('office hours need at least one span');
  return last.toMs;
}

/** `15:00` as milliseconds of the day. */
export function clockMs(time: string): number {
  const read = /^([01]\d|2[0-3]):([0-5]\d)$/.exec(time);
  if (!read) throw new RangeError(`expected a time as HH:MM, got ${JSON.stringify(time)}`);
  return (Number(read[1]) * 60 + Number(read[2])) * 60_000;
}
