import type { Tx } from '#lib/platform';
import { shippedCodes } from '../definition/load-definitions.js';
import type { FlagCode } from '../import/procedure-facts.js';

export interface DoubtfulProcedures {
  /** How many procedures each flag concerns. */
  kinds: Map<FlagCode, number>;
  total: number;
  /** The worst first: by the weights of their flags added up. */
  procedures: { code: string; title: string; flags: FlagCode[] }[];
}

/**
 * Procedures of which the importer was not sure, and of which nobody wrote a definition, which would settle it: all, or
 * those with one flag.
 */
export async function doubtfulProcedures(
  tx: Tx,
  { flag, weights }: { flag?: FlagCode | undefined; weights: Record<FlagCode, number> },
  { page, size }: { page: number; size: number },
): Promise<DoubtfulProcedures> {
  const defined = shippedCodes();
  const kinds: { flag: FlagCode; number: number }[] = await tx.query(
    `SELECT flag, count(*)::int AS number FROM (${doubtful}) AS one, unnest(flags) AS flag GROUP BY flag`,
    [defined],
  );
  const procedures: (DoubtfulProcedures['procedures'][number] & { total: number })[] = await tx.query(
    `SELECT code, title, flags, count(*) OVER ()::int AS total FROM (${doubtful}) AS one
      WHERE $2::text IS NULL OR $2 = ANY (flags)
      ORDER BY (SELECT sum(($3::jsonb->>flag)::int) FROM unnest(flags) AS flag) DESC, code LIMIT $4 OFFSET $5`,
    [defined, flag, JSON.stringify(weights), size, (page - 1) * size],
  );
  return {
    kinds: new Map(kinds.map((kind) => [kind.flag, kind.number])),
    total: procedures[0]?.total ?? 0,
    procedures,
  };
}

const doubtful = `
  SELECT code, title, flags FROM (
    SELECT code, title, ARRAY(SELECT DISTINCT each->>'code' FROM jsonb_array_elements(flags) AS each ORDER BY 1) AS flags
      FROM catalogue.procedure WHERE revision_id IS NULL AND code <> ALL ($1)) AS row
   WHERE flags <> '{}'`;
