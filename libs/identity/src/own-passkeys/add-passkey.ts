import { type Platform, transaction } from '#lib/platform';
import { savePasskey } from '../passkey/save-passkey.js';
import { verifyRegistration } from '../passkey/verify-registration.js';
import { tellOfPasskey } from './tell-of-passkey.js';

/** One more passkey of a citizen, and the notice of it. Refuses 'passkey-not-accepted' (400), 'too-many-passkeys' (409). */
export async function addPasskey(
  platform: Platform,
  proof: { ownerId: string; boundTo: Buffer; registration: unknown },
): Promise<void> {
  const passkey = await verifyRegistration(platform.database.manager, platform, {
    audience: 'portal',
    ...proof,
  });
  await transaction(platform.database, async (tx) => {
    const saved = await savePasskey(tx, passkey);
    await tellOfPasskey(tx, 'noticeAdded', saved, saved.createdAt);
  });
}
