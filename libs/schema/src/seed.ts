import { seedProcedures } from '#lib/catalogue';
import { seedOfficeHours, seedOfficers, seedOrganisations } from '#lib/organisations';
import type { Config, Tx } from '#lib/platform';

/**
 * What a fresh database holds: places, agencies and their hours, and the facts of the national catalogue; outside production also
 * invented officers to try the desk with.
 */
export async function seed(
  tx: Tx,
  now: Date,
  production: boolean,
  secrets: Config['secrets'],
): Promise<void> {
  await seedOrganisations(tx);
  await seedOfficeHours(tx);
  await seedProcedures(tx, now);
  if (!production) await seedOfficers(tx, now, secrets);
}
