import type { DataSource } from 'typeorm';
import { countOutcome, emptyReport, type ImportReport } from '../import/import-report.js';
import { readExport } from '../import/read-export.js';
import { analyseProcedures } from './analyse-procedures.js';
import { countTerms } from './count-terms.js';
import { followRevisions } from './follow-revisions.js';
import { type ProcedureRow, type StoreCounts, storeProcedures } from './store-procedures.js';

const batch = 200;

/**
 * Imports a full export, prose included, in one transaction: all of it, or nothing when the database refuses.
 * Every row is imported or reported with code and reason. A second run of the same file changes nothing.
 */
export function importProcedures(
  database: DataSource,
  file: string,
  now: Date,
): Promise<{ report: ImportReport; counts: StoreCounts }> {
  return database.transaction(async (tx) => {
    const report = emptyReport();
    const counts: StoreCounts = { added: 0, changed: 0, unchanged: 0 };
    let rows: ProcedureRow[] = [];
    const flush = async () => {
      const stored = await storeProcedures(tx, rows, now);
      for (const key of ['added', 'changed', 'unchanged'] as const) counts[key] += stored[key];
      rows = [];
    };
    for await (const outcome of readExport(file)) {
      countOutcome(report, outcome);
      if ('facts' in outcome) rows.push(outcome);
      if (rows.length >= batch) await flush();
    }
    await flush();
    // What was imported is again as the national catalogue says it.
    await followRevisions(tx, now);
    await countTerms(tx);
    await analyseProcedures(tx);
    return { report, counts };
  });
}
