import { digest, type Platform, Refusal, transaction } from '#lib/platform';
import { lockPasskeys } from '../passkey/lock-passkeys.js';
import { savePasskey } from '../passkey/save-passkey.js';
import { verifyRegistration } from '../passkey/verify-registration.js';
import { Session } from '../session/session.entity.js';
import { tellOfPasskey } from './tell-of-passkey.js';

/**
 * One more passkey of a citizen, and the notice of it. Refuses 'passkey-not-accepted' (400), 'too-many-passkeys' (409), and
 * a session that was ended meanwhile ('sign-in-needed', 401): a recovery leaves nobody a key of their own.
 */
export async function addPasskey(
  platform: Platform,
  { sessionId, ownerId, registration }: { ownerId: string; sessionId: string; registration: unknown },
): Promise<void> {
  const passkey = await verifyRegistration(platform.database.manager, platform, {
    audience: 'portal',
    boundTo: digest(sessionId),
    ownerId,
    registration,
  });
  await transaction(platform.database, async (tx) => {
    await lockPasskeys(tx, ownerId);
    if (!(await tx.getRepository(Session).existsBy({ id: sessionId })))
      throw new Refusal('sign-in-needed', 401);
    const saved = await savePasskey(tx, passkey);
    await tellOfPasskey(tx, 'noticeAdded', saved, saved.createdAt);
  });
}
