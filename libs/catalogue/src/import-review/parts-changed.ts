import { canonicalForm } from '#lib/platform';
import type { Flag, ProcedureFacts } from '../import/procedure-facts.js';
import { shippedFacts } from '../import/shipped-facts.js';

/** What a row says about a procedure, in the parts in which people look at it. */
export const rowParts = {
  title: ['title', 'officialTitle'],
  field: ['field', 'fieldSlug', 'ministry', 'kind', 'levels'],
  applicants: ['applicants', 'otherApplicants'],
  agencies: ['agencies', 'authorities'],
  channels: ['channels'],
  papers: ['papers', 'cases'],
  results: ['results'],
  'legal-grounds': ['legalGrounds', 'decisionNumber', 'source'],
  doubts: ['flags'],
} as const;

/** `wording`: long texts and notes only, which the facts that ship leave out. */
export type RowPart = keyof typeof rowParts | 'wording';
export const rowPartNames = [...Object.keys(rowParts), 'wording'] as RowPart[];

/** A row as it stands or as an export has it, prose included. */
export interface ComparedRow {
  facts: ProcedureFacts;
  flags: Pick<Flag, 'code'>[];
}

/** In which parts two rows of one procedure differ; in none where an import would change nothing. */
export function partsChanged(before: ComparedRow, after: ComparedRow): RowPart[] {
  const [old, now] = [essence(before), essence(after)];
  const changed = (Object.keys(rowParts) as (keyof typeof rowParts)[]).filter((part) =>
    rowParts[part].some((name) => !same(old[name], now[name])),
  );
  if (changed.length > 0) return changed;
  return same(before.facts, after.facts) ? [] : ['wording'];
}

const essence = ({ facts, flags }: ComparedRow) => shippedFacts({ line: 0, facts, flags: flags as Flag[] });
const same = (one: unknown, other: unknown) =>
  canonicalForm({ is: one ?? null }) === canonicalForm({ is: other ?? null });
