import { formatDateTime } from '#lib/calendar';
import { inEveryLanguage, type Platform, type Tx } from '#lib/platform';
import { recordAct } from '../act/record-act.js';
import type { Application } from '../application/application.entity.js';
import type { ClockActBy } from './extend-deadline.js';

/**
 * Apologises for a result that will be late and promises another date, once, for a reason the citizen is told. The
 * deadline of the law stays what it is. Whether it may be done, `demandClockAct` has checked. Refuses like `recordAct`.
 */
export async function apologise(
  tx: Tx,
  platform: Platform,
  apology: ClockActBy & { application: Application; promisedAt: Date; reason: string },
): Promise<void> {
  const { application, promisedAt, reason, actor, version, idempotencyKey } = apology;
  await recordAct(tx, platform, {
    applicationId: application.id,
    type: 'apologise',
    version,
    idempotencyKey,
    actor,
    purpose: 'case-handling',
    details: {
      reason,
      from: application.dueAt?.toISOString(),
      to: promisedAt.toISOString(),
      until: inEveryLanguage((language) => formatDateTime(language, promisedAt)),
    },
    change: { promisedAt },
  });
}
