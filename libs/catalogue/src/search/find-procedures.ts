import type { Tx } from '#lib/platform';
import { foldForSearch } from './fold.js';

/** What a list of procedures can be narrowed by. Empty or absent means: all. */
export interface ProcedureFilter {
  /** Words in any order, with or without accents; the last one may be unfinished. */
  words?: string | undefined;
  /** Slugs of fields of government. */
  fields?: string[] | undefined;
  level?: string | undefined;
  applicant?: string | undefined;
  online?: boolean | undefined;
  /** Codes; for lists made elsewhere, such as those of life events. */
  codes?: string[] | undefined;
}

export interface FoundProcedure {
  code: string;
  title: string;
  field: string;
  fieldSlug: string;
  online: boolean;
  levels: string[];
}

/**
 * One page of the procedures that fit, best first: the title that is exactly what was asked, that begins with it, that
 * holds it, that holds all words, then the field of government, then the rest of the text. Case, accents and word order
 * do not matter; words written together (`khaisinh`) are found in the title.
 */
export async function findProcedures(
  tx: Tx,
  filter: ProcedureFilter,
  { limit, offset }: { limit: number; offset: number },
): Promise<{ found: FoundProcedure[]; total: number }> {
  const asked = foldForSearch((filter.words ?? '').slice(0, 200));
  const rows: (FoundProcedure & { total: string })[] = await tx.query(
    `SELECT code, title, field, field_slug AS "fieldSlug", online, levels, count(*) OVER () AS total
       FROM catalogue.procedure
      WHERE ($1 = '' OR search @@ to_tsquery('simple', $2) OR replace(title_folded, ' ', '') LIKE '%' || $3 || '%' OR code = $4)
        AND ($5::text[] IS NULL OR field_slug = ANY ($5))
        AND ($6::text IS NULL OR $6 = ANY (levels))
        AND ($7::text IS NULL OR $7 = ANY (applicants))
        AND ($8::boolean IS NULL OR online = $8)
        AND ($9::text[] IS NULL OR code = ANY ($9))
      ORDER BY CASE
          WHEN $1 = '' THEN 0
          WHEN code = $4 THEN 0
          WHEN title_folded = $1 THEN 1
          WHEN title_folded LIKE $1 || ' %' THEN 2
          WHEN ' ' || title_folded || ' ' LIKE '% ' || $1 || ' %' THEN 3
          WHEN title_folded LIKE '%' || $1 || '%' THEN 4
          WHEN search @@ to_tsquery('simple', $10) THEN 5
          WHEN replace(title_folded, ' ', '') LIKE '%' || $3 || '%' THEN 6
          ELSE 7 END,
        CASE WHEN $1 = '' THEN 0 ELSE ts_rank(search, to_tsquery('simple', $2)) END DESC,
        length(title), title, code
      LIMIT $11 OFFSET $12`,
    [
      asked,
      tsQuery(asked, ''),
      asked.replaceAll(' ', ''),
      (filter.words ?? '').trim(),
      filter.fields?.length ? filter.fields : null,
      filter.level ?? null,
      filter.applicant ?? null,
      filter.online ?? null,
      filter.codes ?? null,
      tsQuery(asked, 'A'),
      limit,
      offset,
    ],
  );
  return { found: rows, total: Number(rows[0]?.total ?? 0) };
}

/** All words, the last as a beginning; folded words hold nothing but letters and digits. `weight` A is the title. */
function tsQuery(asked: string, weight: '' | 'A'): string {
  const words = asked.split(' ').filter(Boolean);
  return words
    .map((word, index) => `${word}:${index === words.length - 1 ? '*' : ''}${weight}`.replace(/:$/, ''))
    .join(' & ');
}
