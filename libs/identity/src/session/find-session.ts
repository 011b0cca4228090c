import { digest, type Platform, type Tx } from '#lib/platform';
import type { Audience } from '../audience.js';
import { lifetimes } from './lifetimes.js';
import { Session } from './session.entity.js';

const minute = 60_000;

/**
 * The session a token belongs to, if it is neither too old nor idle for too long. Notes that it was seen, at most
 * once a minute, so that reading a page does not mean writing a row.
 */
export async function findSession(
  tx: Tx,
  platform: Platform,
  audience: Audience,
  token: string,
): Promise<Session | undefined> {
  const sessions = tx.getRepository(Session);
  const session = await sessions.findOneBy({ tokenHash: digest(token), audience });
  if (!session) return undefined;
  const now = platform.clock.now();
  const idle = now.getTime() - session.lastSeenAt.getTime();
  if (session.expiresAt <= now || idle >= lifetimes[audience].idleMilliseconds) return undefined;
  if (idle < minute) return session;
  await sessions.update(session.id, { lastSeenAt: now });
  return { ...session, lastSeenAt: now };
}
