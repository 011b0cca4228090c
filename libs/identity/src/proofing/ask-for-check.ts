import { randomInt } from 'node:crypto';
import { blindIndex, newId, type Platform, seal, transaction, unseal } from '#lib/platform';
import { CounterRequest, type CounterPurpose } from './counter-request.entity.js';

/** How long a code opens the check at a counter. */
export const counterCodeMinutes = 15;

interface Wish {
  purpose: CounterPurpose;
  /** Undefined where nobody is as claimed. */
  personId: string | undefined;
  idNumber: string;
  /** Of who is not signed in: the browser that goes on afterwards. */
  preSession?: Buffer;
  next: string;
}

/** Asks for a check at a counter. A code that was asked for before, and not used yet, is worth nothing any more. */
export async function askForCheck(platform: Platform, wish: Wish): Promise<void> {
  const { purpose, personId, idNumber, preSession, next } = wish;
  const { encryptionKey } = platform.config.secrets;
  const id = newId();
  const code = String(randomInt(100_000_000)).padStart(8, '0');
  const now = platform.clock.now();
  await transaction(platform.database, async (tx) => {
    // One that an officer has opened goes on: a new code must not end a check that is under way.
    await tx.query(
      `DELETE FROM identity.counter_request WHERE first_officer IS NULL
        AND (purpose = 'raise' AND $1 = 'raise' AND person_id = $2 OR pre_session = $3)`,
      [purpose, personId ?? null, preSession ?? null],
    );
    // Named columns alone: the portal may not say anything of what officers find.
    await tx.query(
      `INSERT INTO identity.counter_request
         (id, purpose, person_id, id_number_sealed, code_index, code_sealed, pre_session, next, created_at, expires_at)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)`,
      [
        id,
        purpose,
        personId ?? null,
        seal(encryptionKey, `counter:id-number:${id}`, idNumber),
        counterCodeIndex(platform, code),
        seal(encryptionKey, `counter:code:${id}`, code),
        preSession ?? null,
        next,
        now,
        new Date(now.getTime() + counterCodeMinutes * 60_000),
      ],
    );
  });
}

/** A code as it is looked for: keyed, since eight digits are quickly tried by who has the table. */
export function counterCodeIndex(platform: Platform, code: string): string {
  return blindIndex(platform.config.secrets.blindIndexKey, `counter:${code}`);
}

/** The code of a request as it is shown: `1234 5678`. */
export function shownCode(platform: Platform, { id, codeSealed }: CounterRequest): string {
  const code = unseal(platform.config.secrets.encryptionKey, `counter:code:${id}`, codeSealed);
  return `${code.slice(0, 4)} ${code.slice(4)}`;
}
