import type { PublicKeyCredentialRequestOptionsJSON } from '@simplewebauthn/server';
import { digest, type Platform, type Tx } from '#lib/platform';
import type { Audience } from '../audience.js';
import { requestOptions } from '../passkey/ceremony-options.js';
import { challengeExpiry } from '../passkey/issue-challenge.js';
import { passkeysOf } from '../passkey/passkeys-of.js';

/** What is to be signed and by whom. */
export interface Signing {
  audience: Audience;
  /** Person id at the portal, officer id at the desk. */
  ownerId: string;
  /** SHA-256, 32 bytes, of what is signed. It must hold a random nonce: it becomes the challenge. */
  digest: Buffer;
}

/** What the browser needs to sign: for `PasskeyForm`. */
export type SigningOptions = PublicKeyCredentialRequestOptionsJSON;

/**
 * Options with which one of the owner's passkeys signs the digest, within ten minutes and once. Asking again for the
 * same digest begins the ten minutes anew.
 */
export async function beginSigning(tx: Tx, platform: Platform, signing: Signing): Promise<SigningOptions> {
  const { audience, ownerId, digest: challenge } = signing;
  if (challenge.length !== 32)
    throw new Error(`A digest of 32 bytes can be signed, not one of ${challenge.length}`);
  const rows: unknown[] = await tx.query(
    `INSERT INTO identity.challenge (hash, audience, purpose, owner_id, digest, expires_at)
      VALUES ($1, $2, 'sign', $3, $4, $5)
      ON CONFLICT (hash) DO UPDATE SET expires_at = excluded.expires_at
        WHERE challenge.owner_id = excluded.owner_id AND challenge.purpose = 'sign'
      RETURNING hash`,
    [digest(challenge), audience, ownerId, challenge, challengeExpiry(platform)],
  );
  if (rows.length === 0)
    throw new Error('Somebody else is signing the same digest: it has no nonce of its own');
  return requestOptions(platform, audience, { challenge, allowed: await passkeysOf(tx, audience, ownerId) });
}
