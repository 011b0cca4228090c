import { type Platform, runPrepared, type Tx } from '#lib/platform';
import type { Passkey } from '../passkey/passkey.entity.js';
import { tokenIn } from './cookies.js';
import { deviceKey } from './notice-device.js';
import { type Exchange, giveSession, newSession } from './start-session.js';

/** How exactly it is known when a device was last seen: devices are recognised for a year, not to the day. */
const seenExactToDays = 30;

/**
 * Opens the session, notes the use of the passkey and lists the owner's passkeys, if the device is known and the
 * identity is not locked. Does not wait until it is on disk: who loses a session to a crash signs in once more, and
 * what a passkey's counter was the moment before the crash is told again by its next use (decision 12).
 */
const start = {
  name: 'start-session-at-known-device',
  text: `WITH known AS (
      SELECT FROM identity.known_device JOIN identity.person ON person.id = owner_id
        WHERE audience = 'portal' AND owner_id = $2 AND device = $3 AND network = $4
          AND last_seen_at > $5::timestamptz - interval '${seenExactToDays} days' AND locked_at IS NULL
    ), used AS (
      UPDATE identity.passkey SET sign_count = $6, backed_up = $7, last_used_at = $5
        WHERE id = $1 AND EXISTS (SELECT FROM known)
        RETURNING id, audience, owner_id
    ), opened AS (
      INSERT INTO identity.session (id, token_hash, audience, owner_id, passkey_id, created_at, authenticated_by,
          authenticated_at, last_seen_at, expires_at, user_agent, network)
        SELECT $8, $9, audience, owner_id, id, $5, 'passkey', $5, $5, $10, $11, $4 FROM used
        RETURNING owner_id, set_config('synchronous_commit', 'off', true)
    )
    SELECT credential_id AS "credentialId" FROM opened JOIN identity.passkey USING (owner_id)
      WHERE audience = 'portal' ORDER BY created_at, id`,
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
  const rows = await runPrepared<{ credentialId: Buffer }>(tx, start, [
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
