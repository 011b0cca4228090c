import { In } from 'typeorm';
import type { Tx } from '#lib/platform';
import { Procedure } from '../procedure/procedure.entity.js';
import { Withdrawal } from '../withdrawal/withdrawal.entity.js';

/** A procedure with what else decides how the catalogue shows it. */
export interface CatalogueEntry {
  procedure: Procedure;
  withdrawal: Withdrawal | undefined;
  /** Of its facts, its definition and its withdrawal the latest change. */
  changedAt: Date;
}

export interface EntryFilter {
  code?: string;
  /** Only codes behind this one. */
  after?: string;
  /** Slug of a field of government. */
  field?: string;
  changedSince?: Date;
  order: 'code' | 'latest-first';
  skip?: number;
  limit: number;
}

/** Procedures as the open catalogue shows them; none whose page turned out to be another's (`isAnotherProcedure`). */
export async function catalogueEntries(tx: Tx, filter: EntryFilter): Promise<CatalogueEntry[]> {
  const { code, after, field, changedSince, order, skip = 0, limit } = filter;
  const rows: { code: string; changed_at: Date }[] = await tx.query(
    `SELECT code, changed_at FROM (${changesSql}) AS entry
      WHERE ($1::text IS NULL OR code = $1) AND ($2::text IS NULL OR code > $2)
        AND ($3::text IS NULL OR field_slug = $3) AND ($4::timestamptz IS NULL OR changed_at >= $4)
      ORDER BY ${order === 'code' ? 'code' : 'changed_at DESC, code'} LIMIT $5 OFFSET $6`,
    [code, after, field, changedSince, limit, skip],
  );
  const codes = In(rows.map((row) => row.code));
  const procedures = await tx.getRepository(Procedure).findBy({ code: codes });
  const withdrawals = await tx.getRepository(Withdrawal).findBy({ code: codes });
  return rows.flatMap((row) => {
    const procedure = procedures.find((each) => each.code === row.code);
    const withdrawal = withdrawals.find((each) => each.code === row.code);
    return procedure ? [{ procedure, withdrawal, changedAt: row.changed_at }] : [];
  });
}

/**
 * The first revision of a definition changes nothing: it is published when somebody first needs it. One from the
 * designers' room writes the row of its procedure anew when it comes in force.
 */
const changesSql = `
  SELECT known.code, known.field_slug,
         greatest(known.imported_at, withdrawal.noted_at, revised.published_at) AS changed_at
    FROM catalogue.procedure AS known
    LEFT JOIN catalogue.withdrawal USING (code)
    LEFT JOIN (SELECT code, max(published_at) AS published_at FROM catalogue.revision
                WHERE number > 1 AND NOT designed GROUP BY code)
           AS revised USING (code)
   WHERE NOT known.flags @> '[{"code": "page-is-another-procedure"}]'`;
