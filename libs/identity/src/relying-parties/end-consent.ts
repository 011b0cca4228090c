import { IsNull } from 'typeorm';
import { type Platform, transaction, type Tx } from '#lib/platform';
import { Consent } from './consent.entity.js';

/**
 * Ends a consent at once: the system's codes and tokens for this person are gone with it. Ending it twice, or that of
 * somebody else, changes nothing.
 */
export async function endConsent(platform: Platform, personId: string, consentId: string): Promise<void> {
  const { database, clock } = platform;
  await transaction(database, async (tx) => {
    const { affected } = await tx
      .getRepository(Consent)
      .update({ id: consentId, personId, endedAt: IsNull() }, { endedAt: clock.now() });
    if (affected) await endTokens(tx, [consentId]);
  });
}

/** Makes every code and token that was given out in a person's name useless. What they allowed stays allowed. */
export async function endTokensOf(tx: Tx, personId: string): Promise<void> {
  const rows: { id: string }[] = await tx.query('SELECT id FROM identity.consent WHERE person_id = $1', [
    personId,
  ]);
  await endTokens(
    tx,
    rows.map(({ id }) => id),
  );
}

async function endTokens(tx: Tx, consentIds: string[]): Promise<void> {
  await tx.query(
    `WITH gone AS (DELETE FROM identity.consent_grant WHERE consent_id = ANY($1) RETURNING grant_hash)
      DELETE FROM identity.openid_item USING gone
        WHERE provider = 'portal' AND (grant_id = grant_hash OR (model = 'Grant' AND id = grant_hash))`,
    [consentIds],
  );
}
