import { formatDate, formatTime } from '#lib/calendar';
import { type Platform, Refusal, type Tx } from '#lib/platform';
import type { Principal } from '#lib/web';
import './texts.js';
import { Person } from '../person/person.entity.js';
import type { Assurance } from './levels.js';
import { isFresh, stepUpAddress } from '../step-up/freshness.js';

/** What a procedure asks of who starts or files it. */
export interface RequiredAssurance {
  assurance: Assurance;
  /** A passkey used within so many minutes; absent where the session is enough. */
  freshMinutes?: number;
}

/**
 * Where a citizen must go first whose identity is not sure enough, or was not shown surely or lately enough: a page that
 * leads back to `next`. A session opened by a provider at a lower level than is needed does not do what the account may.
 * Undefined where nothing is missing.
 */
export function wayToAssurance(
  platform: Platform,
  principal: Principal,
  required: RequiredAssurance,
  next: string,
): string | undefined {
  const { assurance, freshMinutes } = required;
  if (principal.assurance < assurance)
    return `/account/identity?needed=${assurance}&next=${encodeURIComponent(next)}`;
  if (freshMinutes !== undefined)
    return isFresh(platform, principal, freshMinutes) ? undefined : stepUpAddress(next);
  const { vouchedLevel } = principal;
  return vouchedLevel === undefined || vouchedLevel >= assurance ? undefined : stepUpAddress(next);
}

/**
 * The same for a form that was sent. That nothing was shown lately is refused ('step-up-needed', 403) on a page that keeps
 * what was typed and sends it once it was.
 */
export function wayFromForm(...asked: Parameters<typeof wayToAssurance>): string | undefined {
  const way = wayToAssurance(...asked);
  if (way?.startsWith('/step-up')) throw new Refusal('step-up-needed', 403);
  return way;
}

/**
 * Refuses 'level-2-held' (403) to file or to do what needs level 2 within a day of a recovery that nobody saw in person: who
 * took over a telephone must not be able to do the worst at once.
 */
export async function refuseWhileHeld(
  tx: Tx,
  platform: Platform,
  personId: string,
  { assurance }: RequiredAssurance,
): Promise<void> {
  if (assurance < 2) return;
  const { heldUntil } = await tx
    .getRepository(Person)
    .findOneOrFail({ where: { id: personId }, select: { id: true, heldUntil: true } });
  if (heldUntil && heldUntil > platform.clock.now())
    throw new Refusal('level-2-held', 403, {
      time: formatTime('vi', heldUntil),
      date: formatDate('vi', heldUntil),
    });
}
