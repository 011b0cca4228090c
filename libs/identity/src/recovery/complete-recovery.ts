import { type Platform, Refusal, transaction, type Tx } from '#lib/platform';
import type { SmsGateway } from '#lib/registries';
import { refuseLocked } from '../lock/is-locked.js';
import { lockPasskeys } from '../passkey/lock-passkeys.js';
import { Passkey } from '../passkey/passkey.entity.js';
import { RemovedPasskey } from '../passkey/removed-passkey.entity.js';
import { savePasskey } from '../passkey/save-passkey.js';
import { verifyRegistration } from '../passkey/verify-registration.js';
import { Person } from '../person/person.entity.js';
import { personalDetails } from '../person/personal-details.js';
import { raiseAssurance } from '../proofing/raise-assurance.js';
import { tellHolder } from '../proofing/tell-holder.js';
import type { PasskeyOwner } from '../session/start-session.js';
import { SignUp } from '../sign-up/sign-up.entity.js';
import type { WayBack } from './find-way-back.js';
import { sendToPhones } from './send-to-phones.js';

/** How long acts of level 2 wait after a recovery that no officer saw. */
const holdHours = 24;

/**
 * Gives a person their account back: the new passkey in place of all others, every session ended, the holder told in
 * the inbox and by text message; without a counter no act of level 2 for a day. Once for each way back.
 * Refuses 'passkey-not-accepted' (400), 'identity-locked' (403), and a way that is not open any more
 * ('recovery-over', 410).
 */
export async function completeRecovery(
  platform: Platform,
  sms: SmsGateway,
  way: WayBack,
  proof: { preSession: Buffer; registration: unknown },
): Promise<PasskeyOwner> {
  const { personId } = way;
  const now = platform.clock.now();
  const passkey = await verifyRegistration(platform.database.manager, platform, {
    audience: 'portal',
    ownerId: personId,
    boundTo: proof.preSession,
    registration: proof.registration,
  });
  const { phone } = await transaction(platform.database, async (tx) => {
    await useUp(tx, way, now);
    await refuseLocked(tx, personId);
    await revokeAll(tx, personId, now);
    await savePasskey(tx, passkey);
    if (way.by === 'phone') {
      const heldUntil = new Date(now.getTime() + holdHours * 3_600_000);
      await tx.getRepository(Person).update(personId, { heldUntil });
      const evidence = { purpose: 'recovery', register: 'population' };
      await raiseAssurance(tx, platform, personId, { level: 1, method: 'register-and-phone', evidence });
    }
    await tx.getRepository(SignUp).delete({ preSession: proof.preSession });
    await tellHolder(tx, { personId, aboutId: passkey.id, notice: 'recovered', at: now });
    return personalDetails(tx, platform, personId);
  });
  sendToPhones(sms, [phone, way.by === 'phone' ? way.phone : undefined], 'smsCompleted');
  return { ownerId: personId, passkeyId: passkey.id };
}

async function useUp(tx: Tx, way: WayBack, now: Date): Promise<void> {
  const [rows]: [unknown[]] =
    way.by === 'counter'
      ? await tx.query(
          `DELETE FROM identity.counter_request WHERE id = $1 AND state = 'approved' RETURNING id`,
          [way.requestId],
        )
      : await tx.query(
          `UPDATE identity.recovery SET ended_at = $2, ended_by = 'completed'
            WHERE id = $1 AND ended_at IS NULL AND ready_at <= $2 RETURNING id`,
          [way.recoveryId, now],
        );
  if (rows.length === 0) throw new Refusal('recovery-over', 410);
  // Any other recovery of the same person is answered by this one.
  await tx.query(
    `UPDATE identity.recovery SET ended_at = $2, ended_by = 'completed' WHERE person_id = $1 AND ended_at IS NULL`,
    [way.personId, now],
  );
}

async function revokeAll(tx: Tx, ownerId: string, removedAt: Date): Promise<void> {
  await lockPasskeys(tx, ownerId);
  const held = await tx.getRepository(Passkey).findBy({ ownerId, audience: 'portal' });
  await tx.getRepository(Passkey).delete({ ownerId, audience: 'portal' });
  for (const { audience, credentialId, publicKey } of held)
    await tx.getRepository(RemovedPasskey).insert({ audience, credentialId, publicKey, removedAt });
  await tx.query('SELECT identity.end_citizen_sessions($1)', [ownerId]);
}
