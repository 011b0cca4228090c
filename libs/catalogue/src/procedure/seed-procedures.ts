import type { Tx } from '#lib/platform';
import { readShippedFacts } from '../import/shipped-facts.js';
import { type ProcedureRow, storeProcedures } from './store-procedures.js';

/** Puts the shipped table of facts into a database that has no procedures yet. */
export async function seedProcedures(tx: Tx, now: Date): Promise<void> {
  const [{ exists }] = await tx.query('SELECT EXISTS (SELECT 1 FROM catalogue.procedure)');
  if (exists) return;
  const rows: ProcedureRow[] = [];
  for await (const { flags, ...facts } of readShippedFacts())
    rows.push({ facts, flags: flags.map((code) => ({ code })) });
  await storeProcedures(tx, rows, now);
}
