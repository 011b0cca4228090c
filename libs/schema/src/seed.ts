import { seedProcedures } from '#lib/catalogue';
import { seedOrganisations } from '#lib/organisations';
import type { Tx } from '#lib/platform';

/** What a fresh database holds: places, agencies, and the facts of the national catalogue. */
export async function seed(tx: Tx, now: Date): Promise<void> {
  await seedOrganisations(tx);
  await seedProcedures(tx, now);
}
