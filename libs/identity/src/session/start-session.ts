import type { FastifyReply, FastifyRequest } from 'fastify';
import { digest, newId, type Platform, randomToken, type Tx } from '#lib/platform';
import { networkOf } from '#lib/web';
import { audienceOf } from '../audience.js';
import { refuseLocked } from '../lock/is-locked.js';
import { holdPasskeys } from '../passkey/lock-passkeys.js';
import { Passkey } from '../passkey/passkey.entity.js';
import { refusePasskey } from '../passkey/refuse-passkey.js';
import { giveToken, takeToken, tokenIn } from './cookies.js';
import { lifetimes } from './lifetimes.js';
import { noticeDevice } from './notice-device.js';
import { type AuthenticatedBy, Session } from './session.entity.js';

/** Who opens a session, and with what: which passkey, unless another provider vouched for them. */
export interface PasskeyOwner {
  ownerId: string;
  passkeyId: string | null;
  /** `passkey` unless said. */
  authenticatedBy?: AuthenticatedBy;
  /** Of another provider. */
  vouchedLevel?: 1 | 2;
  /** Now unless said. */
  authenticatedAt?: Date;
}

/** A browser's request and the reply it gets: where cookies come from and go. */
export interface Exchange {
  request: FastifyRequest;
  reply: FastifyReply;
}

/**
 * Signs somebody in who just showed who they are: a new session with a new token, in place of the one the browser may
 * have had. `since` keeps the end of a session that is only renewed: after stepping up, and after a change of level.
 * Refuses an identity that its holder has locked ('identity-locked', 403), and a passkey that was removed since it was
 * checked ('passkey-not-accepted', 400).
 */
export async function startSession(
  tx: Tx,
  platform: Platform,
  browser: Exchange,
  owner: PasskeyOwner,
  since?: Date,
): Promise<void> {
  const { request } = browser;
  const { session, token } = newSession(platform, request, owner, since);
  await tx.transaction(async (own) => {
    await holdPasskeys(own, owner.ownerId);
    if (session.audience === 'portal') await refuseLocked(own, owner.ownerId);
    if (session.passkeyId) await refuseRemoved(own, session.passkeyId);
    await endSession(own, request);
    await own.getRepository(Session).insert(session);
    if (!since) await noticeDevice(own, session);
  });
  giveSession(browser, token);
}

/** Checked a moment ago, it may have been taken away since: by its owner, or with all others by a recovery. */
async function refuseRemoved(tx: Tx, passkeyId: string): Promise<void> {
  if (!(await tx.getRepository(Passkey).existsBy({ id: passkeyId })))
    refusePasskey('the passkey was removed meanwhile');
}

/** A session as it begins now, not yet kept, and the token that will open it. */
export function newSession(
  platform: Platform,
  request: FastifyRequest,
  { ownerId, passkeyId, authenticatedBy = 'passkey', authenticatedAt, vouchedLevel }: PasskeyOwner,
  since?: Date,
): { session: Session; token: string } {
  const audience = audienceOf(request);
  const now = platform.clock.now();
  const createdAt = since ?? now;
  const token = randomToken();
  const session = {
    id: newId(),
    tokenHash: digest(token),
    audience,
    ownerId,
    passkeyId,
    createdAt,
    authenticatedBy,
    vouchedLevel: vouchedLevel ?? null,
    authenticatedAt: authenticatedAt ?? now,
    lastSeenAt: now,
    expiresAt: new Date(createdAt.getTime() + lifetimes[audience].absoluteMilliseconds),
    userAgent: (request.headers['user-agent'] ?? '').slice(0, 300),
    network: networkOf(request.ip),
  };
  return { session, token };
}

/** Hands the token of a session that is kept to its browser, in place of the pre-session. */
export function giveSession({ request, reply }: Exchange, token: string): void {
  giveToken(request, reply, 'session', token);
  takeToken(request, reply, 'pre-session');
}

/** Ends the session of a browser, if it has one: the next request with its token is nobody's. */
export async function endSession(tx: Tx, request: FastifyRequest): Promise<void> {
  const token = tokenIn(request, 'session');
  if (token)
    await tx.getRepository(Session).delete({ tokenHash: digest(token), audience: audienceOf(request) });
}
