import type { Platform, Tx } from '#lib/platform';
import { type Actor, mayActFor, type WantedProcedure } from './may-act-for.js';
import { type OpenMandate, readMandates } from './read-mandates.js';

/** The mandates under which a person may act in a procedure now. */
export async function mandatesFor(
  tx: Tx,
  platform: Platform,
  person: Actor,
  procedure: WantedProcedure,
): Promise<OpenMandate[]> {
  const held = await readMandates(tx, platform, { representativeId: person.id });
  const now = platform.clock.now();
  return held.filter((mandate) => mayActFor(person, mandate, procedure, now) === undefined);
}
