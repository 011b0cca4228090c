import { IsNull, MoreThan, Not } from 'typeorm';
import { v5 } from 'uuid';
import { formatDateTime } from '#lib/calendar';
import { inEveryLanguage, legalDate, type Platform, Refusal } from '#lib/platform';
import { recordAct } from '../act/record-act.js';
import { Application } from '../application/application.entity.js';
import { deadlineWrite } from '../deadline/deadline-write.js';
import { type Recounted, recounted } from './recounted.js';

const batch = 200;

/** What comes of a recount. */
export interface RecountCounts {
  /** `2026-09-08 → 2026-09-09`: how many applications. */
  moved: Map<string, number>;
  /** Numbers of applications that somebody acted on meanwhile: the next run looks at them again. */
  stay: string[];
}

/** Which deadlines the calendar of now would move; nothing is changed. */
export function previewRecount(platform: Platform): Promise<RecountCounts> {
  return overRunning(platform, async () => true);
}

/**
 * Counts the deadlines of the law of all open applications anew, after days off were announced: what moves is an event of
 * its history that the applicant is told, one statement each. Killed on the way and run again it goes on where it stood;
 * run once more it changes nothing.
 */
export function recountDeadlines(platform: Platform): Promise<RecountCounts> {
  return overRunning(platform, (application, anew) => move(platform, application, anew));
}

/** A clock that stands still is counted with the calendar of the day on which it goes on. */
async function overRunning(
  { database, clock }: Platform,
  each: (application: Application, anew: Recounted) => Promise<boolean>,
): Promise<RecountCounts> {
  const counts: RecountCounts = { moved: new Map(), stay: [] };
  for (let last = '00000000-0000-0000-0000-000000000000'; ; ) {
    const some = await database.getRepository(Application).find({
      where: { waitsFor: Not('nobody'), dueAt: Not(IsNull()), clockStoppedAt: IsNull(), id: MoreThan(last) },
      order: { id: 'ASC' },
      take: batch,
    });
    for (const application of some) {
      const anew = await recounted(database.manager, application, clock.now());
      if (!anew || !application.dueAt) continue;
      const days = `${legalDate(application.dueAt)} → ${legalDate(anew.clock.dueAt)}`;
      if (await each(application, anew)) counts.moved.set(days, (counts.moved.get(days) ?? 0) + 1);
      else counts.stay.push(application.number);
    }
    if (some.length < batch) return counts;
    last = some.at(-1)?.id ?? last;
  }
}

/** False where somebody acted on it meanwhile. */
async function move(
  platform: Platform,
  { id, version, dueAt: from }: Application,
  { clock: { dueAt, promisedAt }, deadlines }: Recounted,
): Promise<boolean> {
  try {
    await recordAct(platform.database.manager, platform, {
      applicationId: id,
      type: 'recount-deadline',
      version,
      idempotencyKey: v5(`recount/${version}/${dueAt.toISOString()}`, id),
      actor: { kind: 'system', id: null, name: '' },
      purpose: 'administration',
      details: {
        from: from?.toISOString(),
        to: dueAt.toISOString(),
        until: inEveryLanguage((language) => formatDateTime(language, dueAt)),
      },
      change: { dueAt, promisedAt },
      writes: [deadlineWrite(deadlines)],
    });
    return true;
  } catch (error) {
    if (error instanceof Refusal && error.status === 409) return false;
    throw error;
  }
}
