import { digest, type Platform, type Tx } from '#lib/platform';
import type { Audience } from '../audience.js';
import type { ChallengePurpose } from './challenge.entity.js';
import { refusePasskey } from './refuse-passkey.js';

/** What the browser that answers must be able to show. */
export interface ChallengeClaim {
  audience: Audience;
  purpose: ChallengePurpose;
  /** Hash of its pre-session or session; a signature has none. */
  boundTo?: Buffer | undefined;
  /** Whose ceremony it must be; unknown before sign-in. */
  ownerId?: string | undefined;
}

interface ConsumedChallenge {
  ownerId: string | null;
  userHandle: Buffer | null;
  digest: Buffer | null;
}

interface Row extends ConsumedChallenge {
  purpose: ChallengePurpose;
  boundTo: Buffer | null;
  expiresAt: Date;
}

/**
 * Takes a challenge out of the table, whatever comes of it, so that nothing is answered twice; then refuses one
 * that is unknown, late, of another purpose, browser or owner.
 */
export async function consumeChallenge(
  tx: Tx,
  platform: Platform,
  challenge: string,
  claim: ChallengeClaim,
): Promise<ConsumedChallenge> {
  const [rows]: [Row[]] = await tx.query(
    `DELETE FROM identity.challenge WHERE hash = $1 AND audience = $2
      RETURNING purpose, bound_to AS "boundTo", owner_id AS "ownerId", user_handle AS "userHandle", digest,
        expires_at AS "expiresAt"`,
    [digest(Buffer.from(challenge, 'base64url')), claim.audience],
  );
  const row = rows[0];
  if (!row) return refusePasskey('the challenge is unknown or was answered before');
  if (row.expiresAt <= platform.clock.now()) refusePasskey('the challenge is too old');
  if (row.purpose !== claim.purpose)
    refusePasskey(`the challenge is for ${row.purpose}, not ${claim.purpose}`);
  if (!sameBytes(row.boundTo, claim.boundTo)) refusePasskey('the challenge is of another browser');
  if (claim.ownerId !== undefined && row.ownerId !== claim.ownerId)
    refusePasskey('the challenge is of another owner');
  return { ownerId: row.ownerId, userHandle: row.userHandle, digest: row.digest };
}

function sameBytes(kept: Buffer | null, shown: Buffer | undefined): boolean {
  return kept === null || shown === undefined ? kept === null && shown === undefined : kept.equals(shown);
}
