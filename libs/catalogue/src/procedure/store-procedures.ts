import { canonicalForm, digest, type Tx } from '#lib/platform';
import type { Flag, ProcedureFacts } from '../import/procedure-facts.js';
import { foldForSearch } from '../search/fold.js';
import { termsOf } from '../search/question/terms-of.js';
import { shippedDefinition } from '../definition/load-definitions.js';
import { isOfferedOnline } from './is-offered-online.js';

/** A procedure as an import or the shipped table gives it. */
export interface ProcedureRow {
  facts: ProcedureFacts;
  flags: Pick<Flag, 'code'>[];
  /** The revision of the designers' room that is in force and has been looked at for this row. */
  revisionId?: string;
}

export interface StoreCounts {
  added: number;
  changed: number;
  unchanged: number;
}

/**
 * Writes procedures in one statement; a row that is there already, digest for digest, is left alone.
 */
export async function storeProcedures(tx: Tx, rows: ProcedureRow[], now: Date): Promise<StoreCounts> {
  const written: { added: boolean }[] = await tx.query(
    `INSERT INTO catalogue.procedure AS old
       (code, title, field, field_slug, ministry, levels, applicants, online, facts, prose, flags, digest, title_folded,
        terms, standing, search, revision_id, imported_at)
     SELECT code, title, field, "fieldSlug", ministry, levels, applicants, online, facts, prose, flags, digest, "titleFolded", terms, standing,
            setweight(to_tsvector('simple', "titleFolded"), 'A') || setweight(to_tsvector('simple', "fieldFolded"), 'B')
              || setweight(to_tsvector('simple', agencies), 'C') || setweight(to_tsvector('simple', rest), 'D'),
            "revisionId", $2
       FROM jsonb_to_recordset($1::jsonb) AS row
         (code text, title text, field text, "fieldSlug" text, ministry text, levels text[], applicants text[], online boolean,
          facts jsonb, prose jsonb, flags jsonb, digest text, "titleFolded" text, terms text[], standing smallint, "fieldFolded" text, agencies text, rest text, "revisionId" uuid)
     ON CONFLICT (code) DO ${updateChanged}
     RETURNING xmax = 0 AS added`,
    [JSON.stringify(rows.map(columnsOf)), now],
  );
  const added = written.filter((row) => row.added).length;
  return { added, changed: written.length - added, unchanged: rows.length - written.length };
}

const updateChanged = `UPDATE SET
  (title, field, field_slug, ministry, levels, applicants, online, facts, prose, flags, digest, title_folded, terms, standing,
   search, revision_id, imported_at)
  = ROW (excluded.title, excluded.field, excluded.field_slug, excluded.ministry, excluded.levels, excluded.applicants,
     excluded.online, excluded.facts, excluded.prose, excluded.flags, excluded.digest, excluded.title_folded,
     excluded.terms, excluded.standing, excluded.search, excluded.revision_id, excluded.imported_at)
  WHERE old.digest <> excluded.digest`;

function columnsOf({ facts, flags, revisionId }: ProcedureRow): Record<string, unknown> {
  const { prose, ...rest } = facts;
  const defined = revisionId !== undefined || shippedDefinition(facts.code) !== undefined;
  const online = defined || isOfferedOnline({ facts, flags });
  const { code, title, field, fieldSlug, ministry, levels, applicants } = facts;
  return {
    code,
    title,
    field,
    fieldSlug,
    ministry,
    levels,
    applicants,
    flags,
    online,
    facts: rest,
    prose: prose ?? null,
    // What is offered is decided here, not imported: where that changes, a row that is there already is written anew.
    digest: digest(canonicalForm({ facts, flags, online, ...(revisionId && { revisionId }) })).toString(
      'hex',
    ),
    titleFolded: foldForSearch(title),
    terms: [...new Set([...termsOf(foldForSearch(title)), ...termsOf(fieldSlug.replaceAll('-', ' '))])],
    standing: standingOf(facts),
    fieldFolded: foldForSearch(field),
    agencies: foldForSearch([...facts.agencies, ...facts.authorities].join(' ')),
    revisionId,
    rest: foldForSearch(
      [
        code,
        ...facts.papers.map(({ name }) => name),
        ...facts.results.map(({ name }) => name),
        ...facts.cases,
        prose?.steps ?? '',
        prose?.conditions ?? '',
      ].join(' '),
    ),
  };
}

/** Near the citizen first, then the shorter title, which says the least else. */
function standingOf({ levels, title }: ProcedureFacts): number {
  const far = levels.includes('commune') ? 0 : levels.includes('province') ? 1 : 2;
  return far * 1000 + Math.min(title.length, 999);
}
