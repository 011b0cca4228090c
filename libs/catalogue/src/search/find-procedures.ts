import type { Tx } from '#lib/platform';
import type { Channel, Flag, ProcedureFacts } from '../import/procedure-facts.js';
import { foldForSearch } from './fold.js';

/** What a list of procedures can be narrowed by. Empty or absent means: all. */
export interface ProcedureFilter {
  /** Words in any order, with or without accents; the last one may be unfinished. A code finds its procedure. */
  words?: string | undefined;
  /** Slug of a field of government. */
  field?: string | undefined;
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
  online: boolean;
  levels: ProcedureFacts['levels'];
  channels: Channel[];
  flags: Pick<Flag, 'code'>[];
}

export interface FoundPage {
  found: FoundProcedure[];
  total: number;
  /** From 1. The page asked for, or the last one where that lies beyond. */
  page: number;
  pages: number;
}

/** Longer questions are cut: nobody types more, and every word costs. */
const longestQuestion = 200;

/**
 * One page of the procedures that fit, best first: the title that is what was asked, in whatever order, that begins with
 * it, that holds it, that holds all words; then the field of government; then a title that holds them written together
 * (`khaisinh`), agencies, the rest of the text; of equals the shortest title, which says the least else. Without words all
 * procedures by title, as Vietnamese sorts. Case, accents and word order do not matter. Never refuses.
 */
export async function findProcedures(
  tx: Tx,
  filter: ProcedureFilter,
  { page, size }: { page: number; size: number },
): Promise<FoundPage> {
  const words = (filter.words ?? '').slice(0, longestQuestion).replaceAll('\0', '').trim();
  const asked = foldForSearch(words);
  const [answer]: { total: number; page: number; found: FoundProcedure[] | null }[] = await tx.query(sql, [
    words === '',
    asked,
    allWords(asked, ''),
    allWords(asked, 'A'),
    allWords(asked, 'AB'),
    asked.replaceAll(' ', ''),
    words,
    filter.field ?? null,
    filter.level ?? null,
    filter.applicant ?? null,
    filter.online ?? null,
    filter.codes ?? null,
    page,
    size,
    asked.split(' ').toSorted(),
  ]);
  const { total = 0, page: shown = 1, found } = answer ?? {};
  return { found: found ?? [], total, page: shown, pages: Math.max(1, Math.ceil(total / size)) };
}

// Folded words hold letters and digits alone, so neither LIKE nor to_tsquery finds a sign of its own in them.
const sql = `
  WITH hit AS MATERIALIZED (
    SELECT code,
      CASE
        WHEN $1 OR code = $7 THEN 0
        WHEN title_folded = $2 THEN 1
        WHEN length(title_folded) = length($2) AND $15 = ARRAY(
          SELECT word FROM string_to_table(title_folded, ' ') AS word ORDER BY word COLLATE "C") THEN 1
        WHEN title_folded LIKE $2 || ' %' THEN 2
        WHEN ' ' || title_folded || ' ' LIKE '% ' || $2 || ' %' THEN 3
        WHEN ' ' || title_folded LIKE '% ' || $2 || '%' THEN 4
        WHEN search @@ to_tsquery('simple', $4) THEN 5
        WHEN search @@ to_tsquery('simple', $5) THEN 6
        WHEN replace(title_folded, ' ', '') LIKE '%' || $6 || '%' THEN 7
        ELSE 8 END AS place,
      CASE WHEN $1 THEN 0 ELSE length(title) END AS length,
      title
    FROM catalogue.procedure
    WHERE ($1 OR code = $7
        OR $2 <> '' AND (search @@ to_tsquery('simple', $3) OR replace(title_folded, ' ', '') LIKE '%' || $6 || '%'))
      AND ($8::text IS NULL OR field_slug = $8)
      AND ($9::text IS NULL OR $9 = ANY (levels))
      AND ($10::text IS NULL OR $10 = ANY (applicants))
      AND ($11::boolean IS NULL OR online = $11)
      AND ($12::text[] IS NULL OR code = ANY ($12))),
  counted AS (
    SELECT count(*)::int AS total, least($13, greatest(1, ceil(count(*) / $14::numeric)))::int AS page FROM hit),
  shown AS (
    SELECT code, row_number() OVER () AS nth FROM (
      SELECT code FROM hit ORDER BY place, length, title COLLATE "vi-x-icu", code
      LIMIT $14 OFFSET (SELECT (page - 1) * $14 FROM counted)) AS ordered)
  SELECT total, page, (
    SELECT jsonb_agg(jsonb_build_object('code', code, 'title', title, 'field', field, 'online', online, 'levels', levels,
        'channels', facts -> 'channels', 'flags', flags) ORDER BY nth)
      FROM shown JOIN catalogue.procedure USING (code)) AS found
  FROM counted`;

/** All words, the last one as a beginning, in the parts of these weights: A is the title, B the field. */
function allWords(asked: string, weights: '' | 'A' | 'AB'): string {
  const words = asked.split(' ').filter(Boolean);
  return words
    .map((word, index) => {
      const mark = `${index === words.length - 1 ? '*' : ''}${weights}`;
      return mark ? `${word}:${mark}` : word;
    })
    .join(' & ');
}
