import { type Platform, Refusal, type Tx } from '#lib/platform';
import { Mandate } from './mandate.entity.js';
import { mandateRules } from './mandate-rules.js';
import './texts.js';

/**
 * Refuses to go on with what was filed under a mandate that was ended ('mandate-ended', 409) or ran out
 * ('mandate-not-in-time', 409). That a child grew up meanwhile stops nothing that was begun. Holds the mandate until
 * the transaction ends.
 */
export async function refuseEndedMandate(tx: Tx, platform: Platform, mandateId: string): Promise<void> {
  await tx.query('SELECT 1 FROM identity.mandate WHERE id = $1 FOR SHARE', [mandateId]);
  const { kind, endedAt, validUntil } = await tx.getRepository(Mandate).findOneByOrFail({ id: mandateId });
  if (endedAt) throw new Refusal('mandate-ended', 409);
  const ranOut = mandateRules[kind].expires && validUntil !== null && validUntil <= platform.clock.now();
  if (ranOut) throw new Refusal('mandate-not-in-time', 409);
}
