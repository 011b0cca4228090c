import type { Tx } from '#lib/platform';
import { shippedCodes, shippedDefinition, yamlNamed } from '../definition/load-definitions.js';
import type { ServiceDefinition } from '../definition/service-definition.js';
import { fieldsOfGovernment } from '../search/fields-of-government.js';
import type { ApplicantKind, Level } from '../import/procedure-facts.js';
import type { ProcedureRow } from './store-procedures.js';

/** Procedures that have a definition and no row: with a row of facts made of it they are found and have a page. */
export async function definedProcedures(tx: Tx): Promise<ProcedureRow[]> {
  const missing: { code: string }[] = await tx.query(
    `SELECT code FROM unnest($1::text[]) AS defined (code)
      WHERE NOT EXISTS (SELECT 1 FROM catalogue.procedure AS known WHERE known.code = defined.code)`,
    [shippedCodes()],
  );
  const definitions = missing.flatMap(({ code }) => shippedDefinition(code) ?? []);
  const own = definitions.filter(({ partOf }) => !partOf);
  if (own.length === 0) return [];
  return rowsOfDefinitions(tx, own);
}

/** Rows of facts made of definitions. */
export async function rowsOfDefinitions(tx: Tx, definitions: ServiceDefinition[]): Promise<ProcedureRow[]> {
  const names = await fieldNames(tx);
  return definitions.map((definition) => rowOf(definition, names.get(definition.field) ?? definition.field));
}

/** Whether there is a field of government with this slug. */
export async function isKnownField(tx: Tx, slug: string): Promise<boolean> {
  return (await fieldNames(tx)).has(slug);
}

/** What fields of government are called, by slug: those of the catalogue, and those that only definitions have. */
async function fieldNames(tx: Tx): Promise<Map<string, string>> {
  const catalogue = await fieldsOfGovernment(tx);
  const besides = yamlNamed('data/fields-besides') as Record<string, string>;
  return new Map([
    ...catalogue.map(({ slug, name }): [string, string] => [slug, name]),
    ...Object.entries(besides),
  ]);
}

function rowOf(definition: ServiceDefinition, fieldName: string): ProcedureRow {
  const { code, title, field, authority, ministry, papers, result } = definition;
  return {
    facts: {
      code,
      title: title.vi,
      officialTitle: title.vi,
      levels: authority === 'linked' ? [] : [authority satisfies Level],
      field: fieldName,
      fieldSlug: field,
      ministry: ministry ?? '',
      applicants: definition.applicants as ApplicantKind[],
      agencies: [],
      authorities: [],
      channels: [{ kind: 'online', deadlines: [], fees: [] }],
      papers: papers.map((paper) => ({ name: paper.title.vi, originals: 0, copies: 1 })),
      cases: [],
      results: [{ name: result.title.vi }],
      legalGrounds: [],
    },
    flags: [],
  };
}
