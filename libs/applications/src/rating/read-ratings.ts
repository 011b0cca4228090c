import type { Platform, Tx } from '#lib/platform';
import { openWords } from './rating.js';

/** What the applicants of an agency thought, in figures. */
export interface AgencyRatings {
  agencyId: string;
  /** How many gave 1, 2, 3, 4, 5. */
  counts: [number, number, number, number, number];
  /** The newest words, without who or which application. */
  words: { stars: number; words: string; ratedAt: Date }[];
}

const newestWords = 20;

/** The ratings of some agencies. */
export async function readRatings(tx: Tx, platform: Platform, agencyIds: string[]): Promise<AgencyRatings[]> {
  const all: AgencyRatings[] = [];
  for (const agencyId of agencyIds) {
    const counted: { stars: number; count: number }[] = await tx.query(
      'SELECT stars, count(*)::int AS count FROM applications.rating WHERE agency_id = $1 GROUP BY stars',
      [agencyId],
    );
    const rows: { application_id: string; stars: number; words_sealed: string; rated_at: Date }[] =
      await tx.query(
        `SELECT application_id, stars, words_sealed, rated_at FROM applications.rating
          WHERE agency_id = $1 ORDER BY rated_at DESC LIMIT ${newestWords}`,
        [agencyId],
      );
    const of = (stars: number) => counted.find((each) => each.stars === stars)?.count ?? 0;
    all.push({
      agencyId,
      counts: [of(1), of(2), of(3), of(4), of(5)],
      words: rows
        .map((row) => ({
          stars: row.stars,
          words: openWords(platform, row.application_id, row),
          ratedAt: row.rated_at,
        }))
        .filter(({ words }) => words !== ''),
    });
  }
  return all;
}
