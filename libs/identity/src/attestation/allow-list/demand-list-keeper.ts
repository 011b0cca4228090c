import { agencyById } from '#lib/organisations';
import { Refusal, type Tx } from '#lib/platform';
import type { Principal } from '#lib/web';

/** The list holds for every officer of the country: refuses 'not-found' (404) to all but a ministry's administrators. */
export async function demandListKeeper(tx: Tx, { roles }: Principal): Promise<void> {
  for (const { role, agencyId } of roles)
    if (role === 'administrator' && (await agencyById(tx, agencyId)).level === 'ministry') return;
  throw new Refusal('not-found', 404);
}
