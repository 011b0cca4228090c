import { type DeadlineRule, formatDateTime, type OfficeHours } from '#lib/calendar';
import { officeHoursOf } from '#lib/organisations';
import { inEveryLanguage, type Platform, type Tx } from '#lib/platform';
import { type ClockState, dueOf } from '../act/clock.js';
import { recordAct } from '../act/record-act.js';
import type { Application } from '../application/application.entity.js';
import type { EventActor } from '../application/event.js';
import { deadlineWrite } from './deadline-write.js';
import { keptSteps } from './kept-steps.js';
import { firstStage } from './legal-stage.js';

/** Who does an act on the clock, on what they have seen, and with which key. */
export interface ClockActBy {
  actor: EventActor;
  version: number;
  idempotencyKey: string;
}

/**
 * Puts the deadline off by so many units of its own term, once and for a reason the citizen is told. Whether it may be
 * done, `demandClockAct` has checked. Refuses like `recordAct`.
 */
export async function extendDeadline(
  tx: Tx,
  platform: Platform,
  extension: ClockActBy & { application: Application; rule: DeadlineRule; by: number; reason: string },
): Promise<void> {
  const { application, rule, by, reason, actor, version, idempotencyKey } = extension;
  const now = platform.clock.now();
  const hours = await officeHoursOf(tx, application.agencyId, application.clockStartedAt);
  const clock = extendedClock(application, rule, by, now, hours);
  const stage = firstStage(clock, now, hours);
  await recordAct(tx, platform, {
    applicationId: application.id,
    type: 'extend-deadline',
    version,
    idempotencyKey,
    actor,
    purpose: 'case-handling',
    details: {
      reason,
      by,
      from: application.dueAt?.toISOString(),
      to: clock.dueAt?.toISOString(),
      until: inEveryLanguage((language) => (clock.dueAt ? formatDateTime(language, clock.dueAt) : '')),
    },
    change: { extension: clock.extension, dueAt: clock.dueAt, promisedAt: clock.promisedAt },
    writes: [
      deadlineWrite({
        set: stage ? [{ kind: 'legal', path: '', dueAt: stage.at, event: stage.event }] : [],
        keep: await keptSteps(tx, application),
      }),
    ],
  });
}

/** The clock as it would stand once it was put off. */
export function extendedClock(
  clock: ClockState,
  rule: DeadlineRule,
  by: number,
  now: Date,
  hours: OfficeHours,
): ClockState {
  const extension = { at: now.toISOString(), by };
  const dueAt = dueOf({ ...clock, extension }, rule, hours).at;
  const { clockStartedAt, clockStoppedAt, suspensions, promisedAt } = clock;
  return {
    clockStartedAt,
    clockStoppedAt,
    suspensions,
    extension,
    dueAt,
    promisedAt: promisedAt && promisedAt > dueAt ? promisedAt : null,
  };
}
