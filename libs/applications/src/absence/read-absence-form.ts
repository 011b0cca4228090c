import { uuid } from '#lib/platform';
import { textIn } from '#lib/web';
import { dayIn } from '../deadline/day-in.js';
import type { Absence } from './note-absence.js';
import type { AbsenceTextKey } from './texts.js';

export interface AbsenceError {
  id: string;
  code: AbsenceTextKey;
}

const longestDays = 366;

/** Reads who is away, until when, and who stands in. `today` is the legal day. */
export function readAbsenceForm(
  body: unknown,
  today: string,
): { absence: Absence | undefined; errors: AbsenceError[] } {
  const [agencyId = '', officerId = '', deputyId = ''] = ['agency', 'officer', 'deputy'].map((name) =>
    textIn(body, name),
  );
  const [fromDay, untilDay] = [dayIn(body, 'from'), dayIn(body, 'until')];
  const errors: AbsenceError[] = [];
  if (!uuid.test(officerId)) errors.push({ id: 'officer', code: 'officer-missing' });
  if (!uuid.test(deputyId)) errors.push({ id: 'deputy', code: 'deputy-missing' });
  if (!fromDay) errors.push({ id: 'from-day', code: 'from-unreadable' });
  if (!untilDay) errors.push({ id: 'until-day', code: 'until-unreadable' });
  else if (untilDay < today) errors.push({ id: 'until-day', code: 'until-over' });
  else if (fromDay && untilDay < fromDay) errors.push({ id: 'until-day', code: 'until-before-from' });
  else if (fromDay && Date.parse(untilDay) - Date.parse(fromDay) > longestDays * 86_400_000)
    errors.push({ id: 'until-day', code: 'too-long' });
  const read = uuid.test(agencyId) && fromDay && untilDay && errors.length === 0;
  return { absence: read ? { agencyId, officerId, deputyId, fromDay, untilDay } : undefined, errors };
}
