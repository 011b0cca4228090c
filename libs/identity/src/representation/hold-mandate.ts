import { type Platform, Refusal, type Tx } from '#lib/platform';
import { type Actor, mayActFor, type WantedProcedure } from './may-act-for.js';
import { type OpenMandate, readMandates } from './read-mandates.js';
import './texts.js';

/**
 * A mandate that a person acts under, held until the transaction ends: whoever ends it meanwhile waits for the act, and
 * an act that comes after the end is refused. Refuses a mandate that is not theirs ('mandate-unknown', 403) and, all
 * 409, one that was ended ('mandate-ended'), ran out ('mandate-not-in-time'), is not for this procedure
 * ('mandate-not-for-this'), a child who has grown up ('represented-too-old'), somebody too little known
 * ('representative-not-known-enough').
 * To be called in a transaction.
 */
export async function holdMandate(
  tx: Tx,
  platform: Platform,
  act: { mandateId: string; person: Actor; procedure: WantedProcedure },
): Promise<OpenMandate> {
  await tx.query('SELECT 1 FROM identity.mandate WHERE id = $1 FOR SHARE', [act.mandateId]);
  const [mandate] = await readMandates(tx, platform, { id: act.mandateId });
  const hindrance = mayActFor(act.person, mandate, act.procedure, platform.clock.now());
  if (!mandate || hindrance === 'mandate-unknown') throw new Refusal('mandate-unknown', 403);
  if (hindrance) throw new Refusal(hindrance, 409);
  return mandate;
}
