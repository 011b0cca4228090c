import { newId, type Platform, transaction } from '#lib/platform';
import { endTokensOf } from '../relying-parties/end-consent.js';
import { lockPasskeys } from '../passkey/lock-passkeys.js';
import { tellPhone } from '../phone-notices/tell-phone.js';
import { tellHolder } from '../proofing/tell-holder.js';

/**
 * Locks an identity at its holder's wish: nobody signs in or signs with it, and every session ends at once, in every
 * process, with every code and token that other systems hold. Applications under way go on. Locking twice changes
 * nothing. The holder is told in the inbox and by text message.
 */
export async function lockIdentity(platform: Platform, personId: string): Promise<void> {
  const at = platform.clock.now();
  await transaction(platform.database, async (tx) => {
    await lockPasskeys(tx, personId);
    const [locked]: [unknown[]] = await tx.query(
      'UPDATE identity.person SET locked_at = $2 WHERE id = $1 AND locked_at IS NULL RETURNING id',
      [personId, at],
    );
    await tx.query('SELECT identity.end_citizen_sessions($1)', [personId]);
    await endTokensOf(tx, personId);
    if (locked.length === 0) return;
    await tellHolder(tx, { personId, aboutId: newId(), notice: 'locked', at });
    await tellPhone(tx, personId, 'locked', at);
  });
}
