import type { Tx } from '#lib/platform';
import type { PlaceLevel, PlaceRow } from '../places/place.entity.js';
import { placeLevels } from '../places/place.entity.js';
import type { WholePlan } from './carry-out-change.js';

/**
 * What a change would do, in lines with counts, for whoever decides on it. `open` says how many open applications lie
 * with each agency that ends.
 */
export async function previewChange(
  tx: Tx,
  { places, agencies }: WholePlan,
  open: Map<string, number>,
): Promise<string> {
  const { change } = places;
  const divided = new Set(agencies.succession.filter((each) => each.divided).map(({ agencyId }) => agencyId));
  const [undividedIds, dividedIds] = [false, true].map((wanted) =>
    agencies.ends.map(({ id }) => id).filter((id) => divided.has(id) === wanted),
  ) as [string[], string[]];
  const openAt = (ids: string[]) => ids.reduce((sum, id) => sum + (open.get(id) ?? 0), 0);
  return [
    `${change.title.vi} (${change.id}), ${change.effectiveOn}: ${change.source}`,
    ...placeLevels.map(
      (level) =>
        `${level.padEnd(9)} ${count(places.ends, level)} end, ${count(places.begins, level)} begin, ${count(places.stays, level)} stay`,
    ),
    `agencies  ${agencies.ends.length} end (${dividedIds.length} of them divided), ${agencies.begins.length} begin, ${agencies.stays.length} stay`,
    `officers  ${await officersAt(tx, undividedIds)} go with their agency, ${await officersAt(tx, dividedIds)} wait to be placed`,
    `open applications  ${openAt(undividedIds)} move, ${openAt(dividedIds)} wait for a person to choose`,
  ].join('\n');
}

function count(rows: PlaceRow[], wanted: PlaceLevel): number {
  return rows.filter(({ level }) => level === wanted).length;
}

async function officersAt(tx: Tx, agencyIds: string[]): Promise<number> {
  const [row]: { officers: number }[] = await tx.query(
    `SELECT count(DISTINCT officer_id)::int AS officers FROM organisations.officer_role
      WHERE agency_id = ANY($1) AND (valid_until IS NULL OR valid_until > now())`,
    [agencyIds],
  );
  return row?.officers ?? 0;
}
