import type { Tx } from '#lib/platform';
import { remembered } from './remembered.js';

export interface GovernmentField {
  slug: string;
  name: string;
  /** Procedures in it. */
  count: number;
}

/** As they were at most ten seconds ago: every list offers them, and to count them takes longer than the list. */
export const knownFields = remembered({ milliseconds: 10_000 }, fieldsOfGovernment);

/** The fields of government by name; of several spellings of one, the most frequent. */
export async function fieldsOfGovernment(tx: Tx): Promise<GovernmentField[]> {
  return tx.query(
    `SELECT field_slug AS slug, name, count FROM (
       SELECT field_slug, mode() WITHIN GROUP (ORDER BY field) AS name, count(*)::int AS count
         FROM catalogue.procedure GROUP BY field_slug) AS fields
      ORDER BY name COLLATE "vi-x-icu"`,
  );
}
