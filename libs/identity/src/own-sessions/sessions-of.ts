import { MoreThan } from 'typeorm';
import type { Platform, Tx } from '#lib/platform';
import type { Audience } from '../audience.js';
import { lifetimes } from '../session/lifetimes.js';
import { Session } from '../session/session.entity.js';

/** The sessions of an owner that are still good, the one last used first. */
export function sessionsOf(
  tx: Tx,
  platform: Platform,
  audience: Audience,
  ownerId: string,
): Promise<Session[]> {
  const now = platform.clock.now();
  const notIdle = new Date(now.getTime() - lifetimes[audience].idleMilliseconds);
  return tx.getRepository(Session).find({
    where: { audience, ownerId, expiresAt: MoreThan(now), lastSeenAt: MoreThan(notIdle) },
    order: { lastSeenAt: 'DESC', id: 'DESC' },
  });
}
