import { callsSql, type Platform, runGathered, type Tx } from '#lib/platform';
import {
  type ChallengeClaim,
  challengeColumns,
  challengeHash,
  type ChallengeRow,
  checkChallenge,
  type ConsumedChallenge,
} from './consume-challenge.js';
import { nobodysKey } from './nobodys-key.js';
import type { Passkey } from './passkey.entity.js';

/** The key an assertion is checked against, and whose it is: somebody's, somebody's once, or nobody's. */
export type FoundPasskey =
  | { is: 'known'; passkey: Passkey; publicKey: Buffer }
  | { is: 'removed' | 'unknown'; publicKey: Buffer };

const columns: Record<keyof Passkey, string> = {
  id: 'id',
  audience: 'audience',
  ownerId: 'owner_id',
  credentialId: 'credential_id',
  publicKey: 'public_key',
  userHandle: 'user_handle',
  signCount: 'sign_count',
  aaguid: 'aaguid',
  name: 'name',
  transports: 'transports',
  attested: 'attested',
  backupEligible: 'backup_eligible',
  backedUp: 'backed_up',
  createdAt: 'created_at',
  lastUsedAt: 'last_used_at',
};

/**
 * PostgreSQL deletes whatever the joins find, so a challenge is used up even when all the rest fails; and it looks for
 * the passkey, and among those that were removed, in one way: it takes as long whatever is found. A row is deleted once,
 * for one of those who ask for it at the same moment; one that somebody else is using up is not waited for, it is theirs.
 */
const consumeAndFindStatement = {
  name: 'consume-challenge-and-find-passkey',
  text: `WITH asked AS ${callsSql({ hash: 'bytea', audience: 'text', credential_id: 'bytea' })},
    free AS (
      SELECT challenge.hash, nth FROM asked JOIN identity.challenge USING (hash, audience)
        FOR UPDATE OF challenge SKIP LOCKED
    ), challenge AS (
      DELETE FROM identity.challenge USING free WHERE challenge.hash = free.hash RETURNING nth, challenge.*
    )
    SELECT asked.nth::int, ${challengeColumns}, removed.public_key AS "removedKey", ${Object.entries(columns)
      .map(([property, column]) => `passkey.${column} AS "${property}"`)
      .join(', ')}
      FROM asked LEFT JOIN identity.passkey USING (audience, credential_id)
      LEFT JOIN identity.removed_passkey AS removed USING (audience, credential_id)
      LEFT JOIN challenge ON challenge.nth = asked.nth`,
};

type Nullable<T> = { [Key in keyof T]: T[Key] | null };
type Row = Nullable<ChallengeRow> & Nullable<Passkey> & { removedKey: Buffer | null };

/**
 * Uses up the challenge an assertion answers and looks its credential id up among the passkeys of the audience, in one
 * statement. Refuses what `consumeChallenge` refuses.
 */
export async function consumeAndFind(
  tx: Tx,
  platform: Platform,
  answer: { challenge: string; credentialId: string },
  claim: ChallengeClaim,
): Promise<{ challenge: ConsumedChallenge; found: FoundPasskey }> {
  const [row] = await runGathered<Row>(tx, consumeAndFindStatement, [
    challengeHash(answer.challenge),
    claim.audience,
    Buffer.from(answer.credentialId, 'base64url'),
  ]);
  const { purpose, boundTo, boundOwner, boundHandle, digest, expiresAt, removedKey, ...passkey } = row as Row;
  const challenge = { purpose, boundTo, boundOwner, boundHandle, digest, expiresAt } as ChallengeRow;
  return {
    challenge: checkChallenge(platform, purpose === null ? undefined : challenge, claim),
    found: foundIn(passkey, removedKey) ?? {
      is: 'unknown',
      publicKey: nobodysKey(platform, answer.credentialId),
    },
  };
}

function foundIn(passkey: Nullable<Passkey>, removedKey: Buffer | null): FoundPasskey | undefined {
  if (passkey.publicKey) return { is: 'known', passkey: passkey as Passkey, publicKey: passkey.publicKey };
  return removedKey ? { is: 'removed', publicKey: removedKey } : undefined;
}
