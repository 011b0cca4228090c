import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Platform } from '#lib/platform';
import { passkeysOf } from '../passkey/passkeys-of.js';
import { startSession } from '../session/start-session.js';
import type { TrustedProvider } from './trusted-provider.js';
import type { VerifiedIdentity } from './verify-callback.js';

/**
 * Signs a person in whom a provider vouched for: always a new session, also in place of one of theirs. Returns where
 * to go: first to the offer of a passkey, for who has none.
 */
export async function openSession(
  platform: Platform,
  browser: { request: FastifyRequest; reply: FastifyReply },
  { authenticatedBy }: TrustedProvider,
  { authenticatedAt, level, next }: VerifiedIdentity,
  personId: string,
): Promise<string> {
  const tx = platform.database.manager;
  const now = platform.clock.now();
  await startSession(tx, platform, browser, {
    ownerId: personId,
    passkeyId: null,
    authenticatedBy,
    vouchedLevel: level,
    authenticatedAt: authenticatedAt < now ? authenticatedAt : now,
  });
  const passkeys = await passkeysOf(tx, 'portal', personId);
  return passkeys.length > 0 ? next : `/account/passkey-offer?next=${encodeURIComponent(next)}`;
}
