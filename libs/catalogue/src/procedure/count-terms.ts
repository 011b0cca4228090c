import type { Tx } from '#lib/platform';

/** Counts anew in how many procedures each term stands: after procedures were stored, before anybody searches. */
export async function countTerms(tx: Tx): Promise<void> {
  await tx.query(`
    WITH counted AS (
      SELECT term, count(*)::int AS documents FROM catalogue.procedure, unnest(terms) AS term GROUP BY term),
    gone AS (
      DELETE FROM catalogue.search_term AS old WHERE NOT EXISTS (SELECT 1 FROM counted WHERE counted.term = old.term))
    INSERT INTO catalogue.search_term AS old SELECT term, documents FROM counted
      ON CONFLICT (term) DO UPDATE SET documents = excluded.documents WHERE old.documents <> excluded.documents`);
}
