import { beginOfLegalDay, type Tx } from '#lib/platform';
import { allAgencies } from './all-agencies.js';
import { keepPlan } from '../changes/keep-plan.js';
import { insertAgencies, insertPlaces } from '../changes/insert-rows.js';
import { shippedPlaces } from '../places/shipped-places.js';

/**
 * Writes the administrative units of today and of before, what led from these to those, and the agencies of today; a
 * second run adds only what is new. Leaves a database alone in which the units of before still stand.
 */
export async function seedOrganisations(tx: Tx): Promise<void> {
  const { places, plan } = shippedPlaces();
  const [{ before, known }]: [{ before: boolean; known: boolean }] = await tx.query(
    `SELECT EXISTS (SELECT FROM organisations.place WHERE level = 'district' AND valid_until IS NULL) AS before,
            EXISTS (SELECT FROM organisations.change WHERE id = $1) AS known`,
    [plan.change.id],
  );
  if (before) return;
  if (!known) {
    await insertPlaces(tx, places);
    await keepPlan(tx, plan, beginOfLegalDay(plan.change.effectiveOn));
  }
  await insertAgencies(tx, allAgencies(places.filter(({ validUntil }) => validUntil === null)));
}
