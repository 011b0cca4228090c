import type { Platform, Running, Tx } from '#lib/platform';
import { PlaceRow } from './place.entity.js';
import { type FollowedPlace, PlaceHistory } from './place-history.js';
import { places } from './places.js';

const everyMs = 30_000;

/** Takes the places of the database into memory where they are not the shipped ones, and again whenever a change was carried out, until closed. */
export async function keepPlacesCurrent({ database }: Pick<Platform, 'database'>): Promise<Running> {
  // With the shipped change alone the places are those that the program knows by itself.
  let known = 1;
  const look = async () => {
    const changes = await changesOf(database.manager);
    if (changes.length !== known) known = await readPlaces(database.manager);
  };
  await look();
  // Out of reach: the places of before serve on.
  const timer = setInterval(() => void look().catch(() => undefined), everyMs);
  timer.unref();
  return { close: async () => clearInterval(timer) };
}

/** Takes the places of the database into memory now. Returns how many changes led to them. */
export async function readPlaces(tx: Tx): Promise<number> {
  const changes = await changesOf(tx);
  const rows = await tx.getRepository(PlaceRow).find();
  const succession: FollowedPlace[] = await tx.query(
    `SELECT change_id AS "changeId", level, code, successor_level AS "successorLevel", successor_code AS "successorCode"
       FROM organisations.place_succession`,
  );
  if (rows.length > 0) places.adopt(new PlaceHistory(rows, succession, changes));
  return changes.length;
}

function changesOf(tx: Tx): Promise<{ id: string; effectiveOn: string }[]> {
  return tx.query('SELECT id, effective_on::text AS "effectiveOn" FROM organisations.change ORDER BY 2, 1');
}
