import { deadlineRuleOf } from '#lib/catalogue';
import { type DeadlineRule, longestExtension } from '#lib/calendar';
import { legalDate, Refusal } from '#lib/platform';
import type { Application } from '../application/application.entity.js';
import type { ApplicationEvent } from '../application/read-events.js';
import type { CaseFile } from '../case-file/read-case.js';

export type ClockAct = 'extend-deadline' | 'apologise';

/** The clock of a case, as far as it says what may still be done about it. */
interface ClockCase {
  application: Pick<Application, 'dueAt' | 'clockStoppedAt' | 'waitsFor'>;
  events: Pick<ApplicationEvent, 'type'>[];
  rule: DeadlineRule | undefined;
  now: Date;
}

/**
 * Why an act on the clock cannot be done now; undefined where it can. The deadline is put off once, before it has
 * passed, where the procedure allows it; an apology promises another date once, and goes out on a day before the
 * deadline at the latest (Decree 61/2018, art 19(9)).
 */
export function whyNot(act: ClockAct, { application, events, rule, now }: ClockCase): string | undefined {
  const { dueAt, clockStoppedAt, waitsFor } = application;
  if (!rule || !dueAt || clockStoppedAt || waitsFor === 'nobody') return 'clock-not-running';
  if (events.some(({ type }) => type === act))
    return act === 'apologise' ? 'already-apologised' : 'already-extended';
  if (act === 'apologise') return legalDate(now) < legalDate(dueAt) ? undefined : 'apology-too-late';
  if (longestExtension(rule) === 0) return 'extension-never';
  return now <= dueAt ? undefined : 'deadline-passed';
}

/** The acts on the clock that these officers may do now. */
export function clockActsOf(file: CaseFile, now: Date): ClockAct[] {
  if (!mayActOnClock(file)) return [];
  const clock = clockCase(file, now);
  return (['extend-deadline', 'apologise'] as const).filter((act) => whyNot(act, clock) === undefined);
}

/**
 * Refuses an officer who neither works on cases nor decides (`actor-not-allowed`, 403), and what cannot be done now
 * (`clock-not-running`, `already-extended`, `already-apologised`, `apology-too-late`, `extension-never`,
 * `deadline-passed`, 409).
 */
export function demandClockAct(file: CaseFile, act: ClockAct, now: Date): void {
  if (!mayActOnClock(file)) throw new Refusal('actor-not-allowed', 403, { event: act });
  const why = whyNot(act, clockCase(file, now));
  if (why) throw new Refusal(why, 409);
}

function mayActOnClock({ roles }: CaseFile): boolean {
  return roles.includes('case') || roles.includes('approver');
}

function clockCase({ application, events, revision }: CaseFile, now: Date): ClockCase {
  return { application, events, rule: deadlineRuleOf(revision.definition, application), now };
}
