import { callsSql, digest, type Platform, runGathered, type Tx } from '#lib/platform';
import type { Audience } from '../audience.js';

/** How long a challenge may be answered. */
export const challengeMinutes = 10;

interface NewChallenge {
  audience: Audience;
  boundTo: Buffer;
}

type PurposeOf =
  | { purpose: 'register'; ownerId: string; userHandle: Buffer }
  | { purpose: 'sign-in'; ownerId?: undefined; userHandle?: undefined }
  | { purpose: 'step-up'; ownerId: string; userHandle?: undefined };

const insert = {
  name: 'issue-challenge',
  text: `INSERT INTO identity.challenge (hash, audience, purpose, bound_to, owner_id, user_handle, expires_at)
    SELECT hash, audience, purpose, bound_to, owner_id, user_handle, expires_at FROM ${callsSql({
      hash: 'bytea',
      audience: 'text',
      purpose: 'text',
      bound_to: 'bytea',
      owner_id: 'uuid',
      user_handle: 'bytea',
      expires_at: 'timestamptz',
    })} AS asked`,
};

/** A fresh random challenge for one answer, remembered by its hash. */
export async function issueChallenge(
  tx: Tx,
  platform: Platform,
  { audience, purpose, boundTo, ownerId, userHandle }: NewChallenge & PurposeOf,
): Promise<Buffer> {
  const bytes = platform.newChallenge();
  const row = [digest(bytes), audience, purpose, boundTo, ownerId, userHandle, challengeExpiry(platform)];
  await runGathered(tx, insert, row);
  return bytes;
}

export function challengeExpiry(platform: Platform): Date {
  return new Date(platform.clock.now().getTime() + challengeMinutes * 60_000);
}
