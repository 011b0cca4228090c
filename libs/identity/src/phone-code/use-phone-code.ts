import { type Platform, Refusal } from '#lib/platform';
import { phoneCodeIndex, type PhoneCodeUse } from './send-phone-code.js';

/** Wrong codes that one message bears; after that a new one is sent. */
const tries = 5;

/** A code that was right, and so is used up. */
export interface UsedPhoneCode {
  /** Masked. */
  phone: string;
  sentAt: Date;
  claimsSealed: string | null;
}

/**
 * Takes a code, once, whatever becomes of what it confirms. Refuses one that is not the one sent ('code-wrong', 422),
 * and, where none waits for exactly this, was used, is too old or was guessed at too often, 'code-over' (410).
 */
export async function usePhoneCode(
  platform: Platform,
  use: PhoneCodeUse,
  code: string,
): Promise<UsedPhoneCode> {
  const { helperId, purpose, boundTo } = use;
  const [rows]: [(UsedPhoneCode & { right: boolean })[]] = await platform.database.query(
    `UPDATE identity.phone_code
        SET tries = tries + 1, used_at = CASE WHEN code_index = $4 THEN $5::timestamptz END
      WHERE helper_id = $1 AND purpose = $2 AND bound_to = $3 AND used_at IS NULL AND expires_at > $5 AND tries < $6
      RETURNING code_index = $4 AS right, phone, sent_at AS "sentAt", claims_sealed AS "claimsSealed"`,
    [
      helperId,
      purpose,
      boundTo,
      phoneCodeIndex(platform, use, code.replace(/\D/g, '')),
      platform.clock.now(),
      tries,
    ],
  );
  const [row] = rows;
  if (!row) throw new Refusal('code-over', 410);
  if (!row.right) throw new Refusal('code-wrong', 422);
  return row;
}
