import { randomInt } from 'node:crypto';
import { blindIndex, type Platform, seal, type Tx, unseal } from '#lib/platform';
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
  preSession: Buffer,
): Promise<void> {
  const { encryptionKey } = platform.config.secrets;
  const code = String(randomInt(100_000_000)).padStart(8, '0');
  const expiresAt = new Date(platform.clock.now().getTime() + hours * 3_600_000);
  const index = counterCodeIndex(platform, code);
  const name = typeof claims.name === 'string' ? claims.name.slice(0, 200) : '';
  await tx.query(
    `INSERT INTO identity.pending_federation
      (issuer, subject, code_index, code_sealed, pre_session, name_sealed, expires_at)
      VALUES ($1, $2, $3, $4, $5, $6, $7)
      ON CONFLICT (issuer, subject) DO UPDATE SET code_index = excluded.code_index,
        code_sealed = excluded.code_sealed, pre_session = excluded.pre_session,
        name_sealed = excluded.name_sealed, expires_at = excluded.expires_at`,
    [
      issuer,
      subject,
      index,
      seal(encryptionKey, pendingCodePlace(index), code),
      preSession,
      seal(encryptionKey, pendingNamePlace(index), name),
      expiresAt,
    ],
  );
}

/** The code this browser was given, as often as its page is opened; undefined once it was used or is over. */
export async function counterCodeOf(
  tx: Tx,
  platform: Platform,
  preSession: Buffer,
): Promise<CounterCode | undefined> {
  const [row]: { index: string; codeSealed: string; expiresAt: Date }[] = await tx.query(
    `SELECT code_index AS index, code_sealed AS "codeSealed", expires_at AS "expiresAt"
       FROM identity.pending_federation WHERE pre_session = $1 AND expires_at > $2 ORDER BY expires_at DESC LIMIT 1`,
    [preSession, platform.clock.now()],
  );
  if (!row) return undefined;
  const { encryptionKey } = platform.config.secrets;
  return {
    code: unseal(encryptionKey, pendingCodePlace(row.index), row.codeSealed),
    expiresAt: row.expiresAt,
  };
}

function pendingCodePlace(codeIndex: string) {
  return `pending-federation:code:${codeIndex}` as const;
}

export function counterCodeIndex({ config }: Platform, code: string): string {
  return blindIndex(config.secrets.blindIndexKey, `foreign-identity-code:${code}`);
}

export function pendingNamePlace(codeIndex: string) {
  return `pending-federation:name:${codeIndex}` as const;
}
