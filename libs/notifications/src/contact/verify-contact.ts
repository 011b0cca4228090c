import { randomInt, timingSafeEqual } from 'node:crypto';
import { digest, type Language, newId, type Platform, Refusal, seal, type Tx } from '#lib/platform';
import { addressPlace, openPending, pendingPlace } from './contact-address.js';
import './texts.js';

const codeMinutes = 15;
const mostTries = 5;

/**
 * Has a code mailed to an address, and keeps both until the code is entered. The verified address stays in use until
 * then. A new code takes the place of the one before.
 */
export async function proposeContact(
  tx: Tx,
  platform: Platform,
  personId: string,
  { address, language }: { address: string; language: Language },
): Promise<void> {
  const code = String(randomInt(1_000_000)).padStart(6, '0');
  const { encryptionKey } = platform.config.secrets;
  const until = new Date(platform.clock.now().getTime() + codeMinutes * 60_000);
  await tx.query(
    `INSERT INTO notifications.contact_address (person_id, language, pending_sealed, pending_id, pending_until)
     VALUES ($1, $2, $3, $4, $5)
     ON CONFLICT (person_id) DO UPDATE SET language = $2, pending_sealed = $3, pending_id = $4, pending_until = $5,
       pending_tries = 0, pending_relayed_at = NULL`,
    [
      personId,
      language,
      seal(encryptionKey, pendingPlace(personId), JSON.stringify({ address, code })),
      newId(),
      until,
    ],
  );
}

/**
 * Takes the address into use if the code is the one that was mailed. Refuses 'contact-code-over' (409) where no code
 * waits, it ran out or was mistaken five times, and 'contact-code-wrong' (422).
 */
export async function confirmContact(platform: Platform, personId: string, typed: string): Promise<void> {
  const { manager } = platform.database;
  const now = platform.clock.now();
  // Counted before it is compared, and outside of any transaction: five tries are five, also at once.
  const [row]: { pending_sealed: string; pending_id: string }[] = firstOf(
    await manager.query(
      `UPDATE notifications.contact_address SET pending_tries = pending_tries + 1
        WHERE person_id = $1 AND pending_id IS NOT NULL AND pending_until > $2 AND pending_tries < ${mostTries}
       RETURNING pending_sealed, pending_id`,
      [personId, now],
    ),
  );
  if (!row) throw new Refusal('contact-code-over', 409);
  const { address, code } = openPending(platform, personId, row.pending_sealed);
  if (!timingSafeEqual(digest(code), digest(typed.replace(/\s/g, ''))))
    throw new Refusal('contact-code-wrong', 422);
  await manager.query(
    `UPDATE notifications.contact_address SET address_sealed = $3, verified_at = $4, notices = true,
        pending_sealed = NULL, pending_id = NULL, pending_until = NULL
      WHERE person_id = $1 AND pending_id = $2`,
    [
      personId,
      row.pending_id,
      seal(platform.config.secrets.encryptionKey, addressPlace(personId), address),
      now,
    ],
  );
}

/** Turns mail on or off; the inbox is not touched. */
export async function wantNotices(tx: Tx, personId: string, notices: boolean): Promise<void> {
  await tx.query('UPDATE notifications.contact_address SET notices = $2 WHERE person_id = $1', [
    personId,
    notices,
  ]);
}

/** Forgets the address, and whatever waited. */
export async function removeContact(tx: Tx, personId: string): Promise<void> {
  await tx.query('DELETE FROM notifications.contact_address WHERE person_id = $1', [personId]);
}

/** TypeORM answers an UPDATE … RETURNING with rows and their count. */
function firstOf<T>(answer: [T[], number]): T[] {
  return answer[0];
}
