import { IsNull } from 'typeorm';
import { type Platform, Refusal, transaction } from '#lib/platform';
import { savePasskey } from '../passkey/save-passkey.js';
import { verifyRegistration } from '../passkey/verify-registration.js';
import type { PasskeyOwner } from '../session/start-session.js';
import { Enrolment } from './enrolment.entity.js';
import { findEnrolment } from './find-enrolment.js';

/**
 * Registers an officer's passkey and uses the link up: both, or neither. Returns whose passkey it is.
 * Refuses 'enrolment-link-not-valid' (410), 'passkey-not-accepted' (400) and 'too-many-passkeys' (409).
 */
export async function enrolOfficer(
  platform: Platform,
  proof: { token: unknown; boundTo: Buffer; registration: unknown },
): Promise<PasskeyOwner> {
  const pool = platform.database.manager;
  const { officer, tokenHash } = await findEnrolment(pool, platform, proof.token);
  const passkey = await verifyRegistration(pool, platform, {
    audience: 'desk',
    boundTo: proof.boundTo,
    ownerId: officer.id,
    registration: proof.registration,
  });
  await transaction(platform.database, async (tx) => {
    const usedAt = platform.clock.now();
    const { affected } = await tx
      .getRepository(Enrolment)
      .update({ tokenHash, usedAt: IsNull() }, { usedAt });
    if (affected !== 1) throw new Refusal('enrolment-link-not-valid', 410);
    await savePasskey(tx, passkey);
  });
  return { ownerId: officer.id, passkeyId: passkey.id };
}
