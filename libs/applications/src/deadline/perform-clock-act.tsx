import { deadlineRuleOf } from '#lib/catalogue';
import { closingOf, vietnamCalendar } from '#lib/calendar';
import { officeHoursOf } from '#lib/organisations';
import { type Platform, Refusal } from '#lib/platform';
import type { PageContext, Principal } from '#lib/web';
import { type CaseFile, readCase } from '../case-file/read-case.js';
import { ConflictPage } from '../desk-act/conflict-page.js';
import { findPerformed } from '../desk-act/find-performed.js';
import type { DeskAnswer } from '../desk-act/perform-desk-act.js';
import { type PostedAct, readPostedAct } from '../desk-act/posted-act.js';
import { apologise } from './apologise.js';
import { type ClockAct, demandClockAct } from './clock-acts.js';
import { ClockActPage } from './clock-act-page.js';
import { type ClockActBy, extendDeadline } from './extend-deadline.js';
import { extensionChoices } from './extension-choices.js';
import { type ClockFormError, readApology, readExtension } from './read-clock-form.js';
import { asTransition } from './as-transition.js';

/** The form of an act on the clock as an officer posted it. */
interface PostedClockAct {
  context: PageContext;
  officer: Principal;
  /** Of the application. */
  id: string;
  act: ClockAct;
  body: unknown;
}

/**
 * Performs an act on the clock. A form that was posted before is the same act; one whose page is out of date is answered
 * with what happened meanwhile; one in which something has to be mended with its page. Refuses what `demandClockAct`
 * refuses.
 */
export async function performClockAct(platform: Platform, posted: PostedClockAct): Promise<DeskAnswer> {
  const { context, officer, id, act, body } = posted;
  const { version, key } = readPostedAct(body);
  const file = await readCase(platform, officer, id);
  const before = await findPerformed(platform, { id, event: act, key });
  if (before !== undefined) return { sequence: before };
  if (version !== file.application.version) return conflict(platform, posted, { version, key });
  demandClockAct(file, act, platform.clock.now());
  const actor = { kind: 'officer', id: officer.id, name: officer.name } as const;
  try {
    const errors = await actOnClock(platform, file, posted, { actor, version, idempotencyKey: key });
    if (errors.length === 0) return { sequence: version + 1 };
    const choices = await extensionChoices(platform, file, act);
    return { page: <ClockActPage {...{ context, file, act, choices, body, errors }} />, status: 422 };
  } catch (error) {
    if (error instanceof Refusal && error.status === 409) return conflict(platform, posted, { version, key });
    throw error;
  }
}

/** Does it, or says what has to be mended. */
async function actOnClock(
  platform: Platform,
  { application, revision }: CaseFile,
  { act, body }: PostedClockAct,
  by: ClockActBy,
): Promise<ClockFormError[]> {
  const tx = platform.database.manager;
  const rule = deadlineRuleOf(revision.definition, application);
  if (!rule || !application.dueAt) throw new Refusal('clock-not-running', 409);
  if (act === 'extend-deadline') {
    const { value, errors } = readExtension(body, rule);
    if (value) await extendDeadline(tx, platform, { ...by, ...value, application, rule });
    return errors;
  }
  const { value, errors } = readApology(body, application.dueAt);
  if (value) {
    const hours = await officeHoursOf(tx, application.agencyId, application.clockStartedAt);
    const promisedAt = closingOf(value.promisedOn, vietnamCalendar, hours);
    await apologise(tx, platform, { ...by, application, promisedAt, reason: value.reason });
  }
  return errors;
}

/** Whoever comes second learns what happened, unless it was their own act that came first. */
async function conflict(
  platform: Platform,
  { context, officer, id, act, body }: PostedClockAct,
  { version, key }: PostedAct,
): Promise<DeskAnswer> {
  const file = await readCase(platform, officer, id);
  const before = await findPerformed(platform, { id, event: act, key });
  if (before !== undefined) return { sequence: before };
  return {
    page: <ConflictPage {...{ context, file, body }} act={asTransition(act)} seen={version} />,
    status: 409,
  };
}
