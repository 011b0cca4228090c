import { callsSql, type Platform, runGathered, type Tx } from '#lib/platform';
import type { Passkey } from '../passkey/passkey.entity.js';
import { tokenIn } from './cookies.js';
import { deviceKey } from './notice-device.js';
import { type Exchange, giveSession, newSession } from './start-session.js';

/** How exactly it is known when a device was last seen: devices are recognised for a year, not to the day. */
const seenExactToDays = 30;

/**
 * Opens the session, notes the use of the passkey and lists the owner's passkeys, if the device is known, the identity is
 * not locked and the passkey not in use elsewhere at the same moment. Does not wait until it is on disk: who loses a
 * session to a crash signs in once more, and what a passkey's counter was the moment before the crash is told again by
 * its next use (decision 12).
 */
const start = {
  name: 'start-session-at-known-device',
  text: `WITH asked AS ${callsSql({
    passkey_id: 'uuid',
    owner_id: 'uuid',
    device: 'text',
    network: 'text',
    at: 'timestamptz',
    sign_count: 'bigint',
    backed_up: 'boolean',
    session_id: 'uuid',
    token_hash: 'bytea',
    expires_at: 'timestamptz',
    user_agent: 'text',
  })}, known AS (
      SELECT asked.* FROM asked JOIN identity.passkey ON passkey.id = passkey_id
        JOIN identity.known_device ON known_device.audience = 'portal' AND known_device.owner_id = asked.owner_id
          AND known_device.device = asked.device AND known_device.network = asked.network
          AND last_seen_at > at - interval '${seenExactToDays} days'
        JOIN identity.person ON person.id = asked.owner_id AND locked_at IS NULL
        FOR UPDATE OF passkey SKIP LOCKED
    ), used AS (
      UPDATE identity.passkey SET sign_count = known.sign_count, backed_up = known.backed_up, last_used_at = at
        FROM known WHERE id = passkey_id
        RETURNING known.*, audience
    ), opened AS (
      INSERT INTO identity.session (id, token_hash, audience, owner_id, passkey_id, created_at, authenticated_by,
          authenticated_at, last_seen_at, expires_at, user_agent, network)
        SELECT session_id, token_hash, audience, owner_id, passkey_id, at, 'passkey', at, at, expires_at, user_agent, network
          FROM used
        RETURNING id AS session_id, owner_id, set_config('synchronous_commit', 'off', true)
    )
    SELECT nth::int, credential_id AS "credentialId"
      FROM opened JOIN asked USING (session_id, owner_id) JOIN identity.passkey USING (owner_id)
      WHERE audience = 'portal' ORDER BY nth, created_at, id`,
};

/**
 * The usual sign-in, in one statement: a citizen with a passkey at a device known for them, in a browser that was
 * signed out. Returns the credential ids of all their passkeys; undefined, and nothing has happened, where anything is
 * not as usual.
 */
export async function startAtKnownDevice(
  tx: Tx,
  platform: Platform,
  browser: Exchange,
  passkey: Passkey,
): Promise<Buffer[] | undefined> {
  const { id: passkeyId, ownerId, signCount, backedUp } = passkey;
  if (passkey.audience !== 'portal' || tokenIn(browser.request, 'session')) return undefined;
  const { session, token } = newSession(platform, browser.request, { ownerId, passkeyId });
  const { id, tokenHash, createdAt, expiresAt, userAgent, network } = session;
  const rows = await runGathered<{ credentialId: Buffer }>(tx, start, [
    passkeyId,
    ownerId,
    deviceKey(userAgent),
    network,
    createdAt,
    signCount,
    backedUp,
    id,
    tokenHash,
    expiresAt,
    userAgent,
  ]);
  if (rows.length === 0) return undefined;
  giveSession(browser, token);
  return rows.map(({ credentialId }) => credentialId);
}
