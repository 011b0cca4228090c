import type { Tx } from '#lib/platform';
import { fieldsOfGovernment } from './fields-of-government.js';

/** What the catalogue calls what a mandate can be limited to, for the pages of those who act for others. */
export const scopeNames = {
  async fields(tx: Tx): Promise<Map<string, string>> {
    return new Map((await fieldsOfGovernment(tx)).map(({ slug, name }) => [slug, name]));
  },
  async procedures(tx: Tx, codes: string[]): Promise<Map<string, string>> {
    const rows: { code: string; title: string }[] = await tx.query(
      'SELECT code, title FROM catalogue.procedure WHERE code = ANY ($1)',
      [codes],
    );
    return new Map(rows.map(({ code, title }) => [code, title]));
  },
};
