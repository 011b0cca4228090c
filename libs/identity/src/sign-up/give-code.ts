import type { Platform } from '#lib/platform';
import { codeIndex } from './code-index.js';

/** Wrong codes a sign-up bears. After that a new one must be asked for. */
export const codeTries = 5;
/** How long the passkey may take to make, once the code was right. */
const passkeyMinutes = 30;

/**
 * Takes a code. `proved`: it is the one that was sent. `wrong`: it is not, or there was never one to send, which
 * looks the same. `over`: too many were wrong, or the time is up, or nothing was begun in this browser.
 */
export async function giveCode(
  platform: Platform,
  preSession: Buffer,
  code: string,
): Promise<'proved' | 'wrong' | 'over'> {
  const now = platform.clock.now();
  const until = new Date(now.getTime() + passkeyMinutes * 60_000);
  const index = codeIndex(platform, preSession, code.replace(/\D/g, ''));
  const [rows]: [{ proved: boolean }[]] = await platform.database.query(
    `UPDATE identity.sign_up SET tries = tries + 1,
        proved_at = CASE WHEN code_index = $2 THEN $3 ELSE proved_at END,
        expires_at = CASE WHEN code_index = $2 THEN $4 ELSE expires_at END
      WHERE pre_session = $1 AND expires_at > $3 AND tries < $5
      RETURNING code_index = $2 AS proved`,
    [preSession, index, now, until, codeTries],
  );
  if (!rows[0]) return 'over';
  return rows[0].proved ? 'proved' : 'wrong';
}
