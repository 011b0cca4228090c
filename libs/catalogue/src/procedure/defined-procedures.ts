import type { Tx } from '#lib/platform';
import { shippedCodes, shippedDefinition, yamlNamed } from '../definition/load-definitions.js';
import type { ServiceDefinition } from '../definition/service-definition.js';
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
  return definitions.filter(({ partOf }) => !partOf).map(rowOf);
}

function rowOf(definition: ServiceDefinition): ProcedureRow {
  const { code, title, authority, ministry, papers, result } = definition;
  const fields = yamlNamed('data/definition-fields') as Record<string, { slug: string; name: string }>;
  const written = definition.field;
  const bySlug = Object.values(fields).find(({ slug }) => slug === written);
  const field = fields[written] ?? bySlug ?? { slug: definition.field, name: definition.field };
  return {
    facts: {
      code,
      title: title.vi,
      officialTitle: title.vi,
      levels: authority === 'linked' ? [] : [authority satisfies Level],
      field: field.name,
      fieldSlug: field.slug,
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
