import { newId, type Platform, Refusal, transaction } from '#lib/platform';
import type { SmsGateway } from '#lib/registries';
import { refuseLocked } from '../lock/is-locked.js';
import { personalDetails } from '../person/personal-details.js';
import { tellHolder } from '../proofing/tell-holder.js';
import type { SignUpState } from '../sign-up/find-sign-up.js';
import { openRecovery } from './open-recovery.js';
import { Recovery } from './recovery.entity.js';
import { sendToPhones } from './send-to-phones.js';

/** How long the holder has to object, and how long after that the passkey may be made. */
export const waitHours = 24;
const openDays = 7;

/**
 * Begins a recovery for who has just shown the data and the phone of the register, which is the proof of level 1. The
 * holder is told in the inbox and by text message, and can cancel it from any session for a day.
 * One that is under way goes on as it was. Refuses a locked identity ('identity-locked', 403), and one of level 2, which
 * only a proof of that level brings back ('recovery-needs-level-2', 403).
 */
export async function startRecovery(
  platform: Platform,
  sms: SmsGateway,
  { personId, claims }: Extract<SignUpState, { at: 'known' }>,
): Promise<void> {
  const now = platform.clock.now();
  const readyAt = new Date(now.getTime() + waitHours * 3_600_000);
  const phone = await transaction(platform.database, async (tx) => {
    await tx.query('SELECT pg_advisory_xact_lock(hashtextextended($1, 7060020))', [personId]);
    await refuseLocked(tx, personId);
    const person = await personalDetails(tx, platform, personId);
    if (person.assurance === 2) throw new Refusal('recovery-needs-level-2', 403);
    if (await openRecovery(tx, platform, personId)) return undefined;
    await tx.query(
      `UPDATE identity.recovery SET ended_at = $2, ended_by = 'expired' WHERE person_id = $1 AND ended_at IS NULL`,
      [personId, now],
    );
    const id = newId();
    await tx.getRepository(Recovery).insert({
      id,
      personId,
      startedAt: now,
      readyAt,
      expiresAt: new Date(readyAt.getTime() + openDays * 86_400_000),
      endedAt: null,
      endedBy: null,
    });
    await tellHolder(tx, { personId, aboutId: id, notice: 'recovery-started', at: now });
    return person.phone ?? claims.phone;
  });
  if (phone !== undefined) sendToPhones(sms, [phone, claims.phone], 'smsStarted');
}
