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

export interface ConsumedChallenge {
  ownerId: string | null;
  userHandle: Buffer | null;
  digest: Buffer | null;
}

export interface ChallengeRow {
  purpose: ChallengePurpose;
  boundTo: Buffer | null;
  boundOwner: string | null;
  boundHandle: Buffer | null;
  digest: Buffer | null;
  expiresAt: Date;
}

const columns: Record<keyof ChallengeRow, string> = {
  purpose: 'purpose',
  boundTo: 'bound_to',
  boundOwner: 'owner_id',
  boundHandle: 'user_handle',
  digest: 'digest',
  expiresAt: 'expires_at',
};

/** What a statement selects from `challenge` to get a `ChallengeRow`. */
export const challengeColumns = Object.entries(columns)
  .map(([property, column]) => `challenge.${column} AS "${property}"`)
  .join(', ');

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
  const [rows]: [ChallengeRow[]] = await tx.query(
    `DELETE FROM identity.challenge WHERE hash = $1 AND audience = $2 RETURNING ${challengeColumns}`,
    [challengeHash(challenge), claim.audience],
  );
  return checkChallenge(platform, rows[0], claim);
}

/** By what a challenge is remembered; whatever a browser sends in its place has such a hash too. */
export function challengeHash(challenge: string): Buffer {
  return digest(Buffer.from(challenge, 'base64url'));
}

/** Refuses, of a challenge just taken out of the table, what `consumeChallenge` refuses. */
export function checkChallenge(
  platform: Platform,
  row: ChallengeRow | undefined,
  claim: ChallengeClaim,
): ConsumedChallenge {
  if (!row) return refusePasskey('the challenge is unknown or was answered before');
  if (row.expiresAt <= platform.clock.now()) refusePasskey('the challenge is too old');
  if (row.purpose !== claim.purpose)
    refusePasskey(`the challenge is for ${row.purpose}, not ${claim.purpose}`);
  if (!sameBytes(row.boundTo, claim.boundTo)) refusePasskey('the challenge is of another browser');
  if (claim.ownerId !== undefined && row.boundOwner !== claim.ownerId)
    refusePasskey('the challenge is of another owner');
  return { ownerId: row.boundOwner, userHandle: row.boundHandle, digest: row.digest };
}

function sameBytes(kept: Buffer | null, shown: Buffer | undefined): boolean {
  return kept === null || shown === undefined ? kept === null && shown === undefined : kept.equals(shown);
}
