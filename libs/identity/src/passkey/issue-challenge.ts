import { digest, type Platform, type Tx } from '#lib/platform';
import type { Audience } from '../audience.js';
import { Challenge } from './challenge.entity.js';

/** How long a challenge may be answered. */
export const challengeMinutes = 10;

type NewChallenge = { audience: Audience } & (
  | { purpose: 'register'; boundTo: Buffer; ownerId: string; userHandle: Buffer }
  | { purpose: 'sign-in'; boundTo: Buffer }
  | { purpose: 'step-up'; boundTo: Buffer; ownerId: string }
);

/** A fresh random challenge for one answer, remembered by its hash. */
export async function issueChallenge(tx: Tx, platform: Platform, challenge: NewChallenge): Promise<Buffer> {
  const bytes = platform.newChallenge();
  const expiresAt = challengeExpiry(platform);
  await tx.getRepository(Challenge).insert({ ...challenge, hash: digest(bytes), expiresAt });
  return bytes;
}

export function challengeExpiry(platform: Platform): Date {
  return new Date(platform.clock.now().getTime() + challengeMinutes * 60_000);
}
