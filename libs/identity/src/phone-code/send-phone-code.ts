import { Logger } from '@nestjs/common';
import { blindIndex, type Platform, randomToken } from '#lib/platform';
import type { SmsGateway } from '#lib/registries';
import { newCode } from './new-code.js';
import { countTry } from '../throttle/count-try.js';
import { slowDown } from '../throttle/slow-down.js';
import { maskPhone } from './mask-phone.js';

/** How long a code may be given back. */
export const phoneCodeMinutes = 10;

const logger = new Logger('Phone code');

/** What a code is for, and at whose device it is typed. */
export interface PhoneCodeUse {
  helperId: string;
  purpose: 'assistance' | 'filing';
  /** 32 bytes: the digest of what is confirmed. A code is good for nothing else. */
  boundTo: Buffer;
}

/**
 * Sends a code to the phone the register has, in place of the one before. Without a phone a row is made all the same,
 * with a code nobody knows, and the message is not waited for: the caller learns nothing.
 * Refuses 'too-many-tries' (429), counted by the citizen's number and by helper.
 */
export async function sendPhoneCode(
  platform: Platform,
  sms: SmsGateway,
  use: PhoneCodeUse,
  to: { idNumber: string; phone: string | undefined; claimsSealed?: string; text: (code: string) => string },
): Promise<void> {
  const { helperId, purpose, boundTo } = use;
  const { idNumber, phone, claimsSealed, text } = to;
  const index = blindIndex(platform.config.secrets.blindIndexKey, idNumber);
  await slowDown(platform, 'phone-code-helper', helperId);
  // By helper and number: what one helper asks keeps no other from helping the same person.
  await slowDown(platform, 'phone-code-number', `${helperId}:${index}`);
  const often = (await countTry(platform, 'phone-code-number-day', index)) !== undefined;
  const now = platform.clock.now();
  const code = newCode(often);
  await platform.database.query(
    `INSERT INTO identity.phone_code
       (helper_id, purpose, bound_to, code_index, claims_sealed, phone, tries, sent_at, expires_at)
     VALUES ($1, $2, $3, $4, $5, $6, 0, $7, $8)
     ON CONFLICT (helper_id, purpose) DO UPDATE SET bound_to = excluded.bound_to, code_index = excluded.code_index,
       claims_sealed = excluded.claims_sealed, phone = excluded.phone, tries = 0, sent_at = excluded.sent_at,
       used_at = NULL, expires_at = excluded.expires_at`,
    [
      helperId,
      purpose,
      boundTo,
      phoneCodeIndex(platform, use, phone ? code : randomToken()),
      claimsSealed ?? null,
      phone ? maskPhone(phone) : '',
      now,
      new Date(now.getTime() + phoneCodeMinutes * 60_000),
    ],
  );
  if (phone)
    sms.send(phone, text(code)).catch((error: Error) => logger.warn(`A code was not sent: ${error.message}`));
}

/** A code as it is kept: keyed, and good for one helper, purpose and content alone. */
export function phoneCodeIndex({ config }: Platform, use: PhoneCodeUse, code: string): string {
  const { helperId, purpose, boundTo } = use;
  return blindIndex(
    config.secrets.blindIndexKey,
    `phone-code:${helperId}:${purpose}:${boundTo.toString('base64url')}:${code}`,
  );
}
