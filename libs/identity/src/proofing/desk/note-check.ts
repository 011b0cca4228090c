import { type Platform, Refusal, type Tx } from '#lib/platform';
import type { Principal } from '#lib/web';
import type { DocumentKind } from '../counter-request.entity.js';

/** What the first officer held in their hands. */
export interface CheckedDocument {
  document: DocumentKind;
  /** Last four characters of its number. */
  tail: string;
}

/**
 * Notes that the first officer compared the person with the document and the register. The same again, from another
 * tab, is refused like everything that is not waiting for it ('counter-request-over', 410).
 */
export async function noteCheck(
  tx: Tx,
  platform: Platform,
  officer: Principal,
  { id, document, tail }: CheckedDocument & { id: string },
): Promise<void> {
  const now = platform.clock.now();
  const [rows]: [unknown[]] = await tx.query(
    `UPDATE identity.counter_request
        SET state = 'checked', document = $3, document_tail = $4, checked_at = $5
      WHERE id = $1 AND first_officer = $2 AND state = 'waiting' AND expires_at > $5 RETURNING id`,
    [id, officer.id, document, tail, now],
  );
  if (rows.length === 0) throw new Refusal('counter-request-over', 410);
}
