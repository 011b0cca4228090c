import { randomInt } from 'node:crypto';
import { blindIndex, type Platform, seal, type Tx } from '#lib/platform';
import type { VerifiedIdentity } from './verify-callback.js';

/** How long a code may be shown at a counter. */
const hours = 24;

/** What a holder shows: eight digits. */
export interface CounterCode {
  code: string;
  expiresAt: Date;
}

/**
 * Lets a foreign identity that belongs to nobody here wait for a counter, and makes the code for the officer. A second
 * sign-in makes a new code; the one before it is good no more.
 */
export async function awaitCounter(
  tx: Tx,
  platform: Platform,
  { issuer, subject, claims }: VerifiedIdentity,
): Promise<CounterCode> {
  const { encryptionKey } = platform.config.secrets;
  const code = String(randomInt(100_000_000)).padStart(8, '0');
  const expiresAt = new Date(platform.clock.now().getTime() + hours * 3_600_000);
  const index = counterCodeIndex(platform, code);
  const name = typeof claims.name === 'string' ? claims.name.slice(0, 200) : '';
  await tx.query(
    `INSERT INTO identity.pending_federation (issuer, subject, code_index, name_sealed, expires_at)
      VALUES ($1, $2, $3, $4, $5)
      ON CONFLICT (issuer, subject) DO UPDATE SET code_index = excluded.code_index,
        name_sealed = excluded.name_sealed, expires_at = excluded.expires_at`,
    [issuer, subject, index, seal(encryptionKey, pendingNamePlace(index), name), expiresAt],
  );
  return { code, expiresAt };
}

export function counterCodeIndex({ config }: Platform, code: string): string {
  return blindIndex(config.secrets.blindIndexKey, `foreign-identity-code:${code}`);
}

export function pendingNamePlace(codeIndex: string) {
  return `pending-federation:name:${codeIndex}` as const;
}
