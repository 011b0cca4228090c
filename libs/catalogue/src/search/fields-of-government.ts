import type { Tx } from '#lib/platform';

export interface GovernmentField {
  slug: string;
  name: string;
  /** Procedures in it. */
  count: number;
}

/** The fields of government by name; of several spellings of one, the most frequent. */
export async function fieldsOfGovernment(tx: Tx): Promise<GovernmentField[]> {
  return tx.query(
    `SELECT field_slug AS slug, name, count FROM (
       SELECT field_slug, mode() WITHIN GROUP (ORDER BY field) AS name, count(*)::int AS count
         FROM catalogue.procedure GROUP BY field_slug) AS fields
      ORDER BY name COLLATE "vi-x-icu"`,
  );
}
