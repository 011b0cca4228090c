import type { Platform, Tx } from '#lib/platform';
import type { Principal } from '#lib/web';
import { administeredBy, countFailing } from './failing-jobs.js';
import { keptFromAll } from './kept-from-all.js';

/** How much is stuck that an officer is to know of: for the name of the room. Nothing is asked for other roles. */
export async function stuckFor(
  tx: Tx,
  platform: Platform,
  officer: Principal,
): Promise<Pick<Principal, 'waiting'>> {
  const agencyIds = administeredBy(officer);
  if (agencyIds.length === 0) return {};
  const kinds = await countFailing(tx, agencyIds);
  const kept = await keptFromAll(tx, platform, agencyIds);
  return { waiting: { stuck: kinds.reduce((sum, { count }) => sum + count, kept.length) } };
}
