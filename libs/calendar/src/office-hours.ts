/** The spans of one working day in which an office works, in order, as milliseconds of the legal day. */
export type OfficeHours = readonly { fromMs: number; toMs: number }[];

/**
 * ASSUMPTION: 07:30 to 11:30 and 13:00 to 17:00, eight hours. Offices publish their own hours and no single
 * text fixes them for the country; an agency with other hours passes its own.
 */
export const usualOfficeHours: OfficeHours = [
  { fromMs: clockMs('07:30'), toMs: clockMs('11:30') },
  { fromMs: clockMs('13:00'), toMs: clockMs('17:00') },
];

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
