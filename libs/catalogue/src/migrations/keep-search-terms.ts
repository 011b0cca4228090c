import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What a procedure is found by, and how rare each of it is. */
export class KeepSearchTerms1795400003260 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    // Where much is read of each row and little needed, prose and facts are better kept aside: 100,000 rows of 2 kB
    // are 100,000 pages to look at.
    await runner.query(`
      ALTER TABLE catalogue.procedure SET (toast_tuple_target = 256);
      ALTER TABLE catalogue.procedure
        ADD COLUMN terms text[] NOT NULL DEFAULT '{}',
        ADD COLUMN standing smallint NOT NULL DEFAULT 0;
      UPDATE catalogue.procedure SET
        standing = CASE WHEN 'commune' = ANY (levels) THEN 0 WHEN 'province' = ANY (levels) THEN 1000 ELSE 2000 END
          + least(length(title), 999),
        terms = ARRAY(
          SELECT DISTINCT term FROM unnest(ARRAY[title_folded, replace(field_slug, '-', ' ')]) AS text,
            LATERAL (SELECT left(word, 60) AS word, lag(left(word, 60)) OVER (ORDER BY nth) AS before
              FROM string_to_table(text, ' ') WITH ORDINALITY AS each (word, nth)) AS words,
            LATERAL (VALUES (word), (before || '_' || word)) AS terms (term)
          WHERE term <> '');
      CREATE INDEX procedure_by_terms ON catalogue.procedure USING gin (terms) WITH (fastupdate = off);
      CREATE INDEX procedure_by_standing ON catalogue.procedure (standing, code);
      CREATE INDEX procedure_by_title ON catalogue.procedure (title COLLATE "vi-x-icu", code);

      CREATE TABLE catalogue.search_term (
        term text PRIMARY KEY,
        documents integer NOT NULL CHECK (documents > 0)
      );
      INSERT INTO catalogue.search_term
        SELECT term, count(*) FROM catalogue.procedure, unnest(terms) AS term GROUP BY term;
      GRANT SELECT ON catalogue.search_term TO dvc_portal, dvc_desk, dvc_worker;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP TABLE catalogue.search_term;
      DROP INDEX catalogue.procedure_by_title;
      ALTER TABLE catalogue.procedure DROP COLUMN standing, DROP COLUMN terms;
      ALTER TABLE catalogue.procedure RESET (toast_tuple_target);
    `);
  }
}
