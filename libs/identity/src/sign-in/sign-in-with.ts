import { holdsAnyRole } from '#lib/organisations';
import { type Platform, Refusal } from '#lib/platform';
import { type AcceptedPasskeys, acceptedPasskeys, asAccepted } from '../passkey/accepted-passkeys.js';
import { noteUse } from '../passkey/note-use.js';
import type { Passkey } from '../passkey/passkey.entity.js';
import { startAtKnownDevice } from '../session/start-at-known-device.js';
import { type Exchange, startSession } from '../session/start-session.js';

/**
 * Signs in the owner of a passkey that was just checked, and returns what their browser may tell the keepers of
 * passkeys. Refuses 'identity-locked' (403), and an officer who holds no role now ('no-role', 403).
 */
export async function signInWith(
  platform: Platform,
  browser: Exchange,
  passkey: Passkey,
): Promise<AcceptedPasskeys | undefined> {
  const tx = platform.database.manager;
  const { audience, ownerId, userHandle, id: passkeyId } = passkey;
  if (audience === 'desk' && !(await holdsAnyRole(tx, ownerId, platform.clock.now())))
    throw new Refusal('no-role', 403);
  const known = await startAtKnownDevice(tx, platform, browser, passkey);
  if (known) return asAccepted(platform, audience, userHandle, known);
  await noteUse(tx, passkey);
  await startSession(tx, platform, browser, { ownerId, passkeyId });
  return acceptedPasskeys(tx, platform, audience, ownerId);
}
