import type { Tx } from '#lib/platform';
import type { ServiceDefinition } from '../definition/service-definition.js';
import type { Channel, Flag, ProcedureFacts } from '../import/procedure-facts.js';
import { ownDefinition } from '../revision/own-definition.js';

export interface FoundProcedure {
  code: string;
  title: string;
  field: string;
  online: boolean;
  levels: ProcedureFacts['levels'];
  channels: Channel[];
  flags: Pick<Flag, 'code'>[];
  /** Its own, where somebody wrote one. */
  definition: ServiceDefinition | undefined;
}

export interface FoundPage {
  found: FoundProcedure[];
  total: number;
  /** There are more than `total`, which nobody counted. */
  more?: boolean;
  /** From 1. The page asked for, or the last one where that lies beyond. */
  page: number;
  pages: number;
  /** The question as it was understood, where something in it was mended. */
  mended?: string | undefined;
}

/** What lists show of these procedures, in this order. */
export async function foundProcedures(tx: Tx, codes: string[]): Promise<FoundProcedure[]> {
  if (codes.length === 0) return [];
  const rows: (Omit<FoundProcedure, 'definition'> & { revisionId: string | null })[] = await tx.query(
    `SELECT code, title, field, online, levels, channels, flags, revision_id AS "revisionId"
       FROM unnest($1::text[]) WITH ORDINALITY AS asked (code, nth) JOIN catalogue.procedure USING (code) ORDER BY nth`,
    [codes],
  );
  return Promise.all(rows.map(async (row) => ({ ...row, definition: await ownDefinition(tx, row) })));
}
