import type { Tx } from '#lib/platform';

/** Counted no further. */
export const mostOpen = 10_000;
/** So many of the last that ended are looked through. */
export const lookedThrough = 500;
/** Fewer say nothing, or too much of single people. */
export const fewest = 5;
const yearMs = 365 * 86_400_000;

/** What an agency does with what is filed there; of the last `lookedThrough` that ended within a year. */
export interface AgencyFigures {
  /** Applications that have not ended, at most one more than `mostOpen`. */
  open: number;
  /** Those that came to a result. */
  withResult: number;
  /** Of these, those that came to it until the day they were due. */
  inTime: number;
  /** Half of them took so many milliseconds or less, from filing; null without any. */
  medianMs: number | null;
  /** Given after a result, 1 to 5. */
  ratings: number;
  /** Null without any. */
  averageStars: number | null;
}

/** Reads the figures of an agency; nothing of them is about one application. */
export async function agencyFigures(tx: Tx, agencyId: string, now: Date): Promise<AgencyFigures> {
  const [figures]: [AgencyFigures] = await tx.query(
    `WITH ended AS (
       SELECT id, status, filed_at, due_at, changed_at FROM applications.application
        WHERE agency_id = $1 AND waits_for = 'nobody' AND changed_at > $2
        ORDER BY changed_at DESC, id LIMIT ${lookedThrough}
     ), results AS (
       SELECT filed_at, due_at, coalesce(issued_at, changed_at) AS at
         FROM ended LEFT JOIN applications.result ON application_id = id WHERE status IN (9, 10)
     )
     SELECT (SELECT count(*)::int FROM (
               SELECT FROM applications.application
                WHERE agency_id = $1 AND waits_for <> 'nobody' LIMIT ${mostOpen + 1}) AS counted) AS open,
            (SELECT count(*)::int FROM results) AS "withResult",
            (SELECT count(*)::int FROM results WHERE due_at IS NULL OR at <= due_at) AS "inTime",
            (SELECT 1000 * percentile_cont(0.5) WITHIN GROUP (ORDER BY extract(epoch FROM at - filed_at)::float)
               FROM results) AS "medianMs",
            (SELECT count(*)::int FROM applications.rating WHERE agency_id = $1) AS ratings,
            (SELECT avg(stars)::float FROM applications.rating WHERE agency_id = $1) AS "averageStars"`,
    [agencyId, new Date(now.getTime() - yearMs)],
  );
  return figures;
}
