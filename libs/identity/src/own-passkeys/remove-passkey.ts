import { Not } from 'typeorm';
import { type Platform, Refusal, transaction } from '#lib/platform';
import type { Audience } from '../audience.js';
import { lockPasskeys } from '../passkey/lock-passkeys.js';
import { Passkey } from '../passkey/passkey.entity.js';
import { RemovedPasskey } from '../passkey/removed-passkey.entity.js';
import { Session } from '../session/session.entity.js';
import { ownPasskey } from './own-passkey.js';
import { tellOfPasskey } from './tell-of-passkey.js';

/**
 * Removes somebody's passkey, ends the sessions it opened but for the one they are in, and tells a citizen.
 * Refuses 'not-found' (404) and, for the last one, 'last-passkey' (409).
 */
export async function removePasskey(
  platform: Platform,
  who: { audience: Audience; ownerId: string; sessionId: string; id: string },
): Promise<void> {
  const { audience, ownerId, sessionId, id } = who;
  await transaction(platform.database, async (tx) => {
    await lockPasskeys(tx, ownerId);
    // The rows, too: the usual sign-in asks for nothing but its own.
    const held = await tx
      .createQueryBuilder(Passkey, 'passkey')
      .setLock('pessimistic_write')
      .where({ ownerId, audience })
      .orderBy('passkey.id')
      .getMany();
    const passkey = held.find((each) => each.id === id) ?? (await ownPasskey(tx, audience, ownerId, id));
    if (held.length < 2) throw new Refusal('last-passkey', 409);
    const { credentialId, publicKey } = passkey;
    const removedAt = platform.clock.now();
    await tx.getRepository(Passkey).delete({ id });
    await tx.getRepository(RemovedPasskey).insert({ audience, credentialId, publicKey, removedAt });
    await tx.getRepository(Session).delete({ passkeyId: id, id: Not(sessionId) });
    if (audience === 'portal') await tellOfPasskey(tx, 'noticeRemoved', passkey, removedAt);
  });
}
