import { deadlineRuleOf } from '#lib/catalogue';
import { longestExtension } from '#lib/calendar';
import { officeHoursOf } from '#lib/organisations';
import type { Platform } from '#lib/platform';
import type { CaseFile } from '../case-file/read-case.js';
import type { ClockAct } from './clock-acts.js';
import { extendedClock } from './extend-deadline.js';

const mostChoices = 60;

/** What each extension that may be given now would lead to. */
export async function extensionChoices(
  platform: Platform,
  { application, revision }: CaseFile,
  act: ClockAct,
): Promise<{ by: number; dueAt: Date }[]> {
  const rule = deadlineRuleOf(revision.definition, application);
  if (act !== 'extend-deadline' || !rule) return [];
  const { agencyId, clockStartedAt } = application;
  const hours = await officeHoursOf(platform.database.manager, agencyId, clockStartedAt);
  const now = platform.clock.now();
  const count = Math.min(mostChoices, longestExtension(rule));
  return Array.from({ length: count }, (_, index) => index + 1).flatMap((by) => {
    const { dueAt } = extendedClock(application, rule, by, now, hours);
    return dueAt ? [{ by, dueAt }] : [];
  });
}
