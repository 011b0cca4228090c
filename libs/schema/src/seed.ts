import { seedOrganisations } from '#lib/organisations';
import type { Tx } from '#lib/platform';

/** What a fresh database holds: places and agencies. */
export async function seed(tx: Tx, _now: Date): Promise<void> {
  await seedOrganisations(tx);
}
