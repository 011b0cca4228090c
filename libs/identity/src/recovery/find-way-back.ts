import { MoreThan } from 'typeorm';
import type { Platform } from '#lib/platform';
import { CounterRequest } from '../proofing/counter-request.entity.js';
import { findSignUp } from '../sign-up/find-sign-up.js';
import { openRecovery } from './open-recovery.js';

/** What gives the browser the right to make a new passkey for a person. */
export type WayBack = { personId: string; next: string } & (
  | { by: 'counter'; requestId: string }
  | { by: 'phone'; recoveryId: string; phone: string }
);

/** Where a browser stands that wants an account back: a way that is open now, or undefined. */
export async function findWayBack(
  platform: Platform,
  preSession: Buffer | undefined,
): Promise<WayBack | undefined> {
  if (!preSession) return undefined;
  const now = platform.clock.now();
  const tx = platform.database.manager;
  const request = await tx
    .getRepository(CounterRequest)
    .findOneBy({ preSession, purpose: 'recovery', state: 'approved', expiresAt: MoreThan(now) });
  if (request?.personId)
    return { by: 'counter', personId: request.personId, requestId: request.id, next: request.next };
  const signUp = await findSignUp(platform, preSession);
  if (signUp?.at !== 'known') return undefined;
  const recovery = await openRecovery(tx, platform, signUp.personId);
  if (!recovery || recovery.readyAt > now) return undefined;
  const { personId, next, claims } = signUp;
  return { by: 'phone', personId, recoveryId: recovery.id, phone: claims.phone, next };
}
