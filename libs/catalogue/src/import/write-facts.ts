import { writeFile } from 'node:fs/promises';
import { gzipSync } from 'node:zlib';
import { countOutcome, emptyReport, type ImportReport } from './import-report.js';
import type { ImportedRow } from './procedure-facts.js';
import { readExport } from './read-export.js';
import { shippedFacts } from './shipped-facts.js';

/**
 * Makes the facts file of the product from a national export: one JSON object a line, sorted by code, gzip.
 * The same export gives the same bytes: `gzipSync` writes no time and no name into the header.
 */
export async function writeFacts(input: string, output: string): Promise<ImportReport> {
  const report = emptyReport();
  const rows: ImportedRow[] = [];
  for await (const outcome of readExport(input)) {
    countOutcome(report, outcome);
    if ('facts' in outcome) rows.push(outcome);
  }
  rows.sort((a, b) => (a.facts.code < b.facts.code ? -1 : 1));
  const lines = rows.map((row) => `${JSON.stringify(shippedFacts(row))}\n`);
  const bytes = gzipSync(lines.join(''), { level: 9 });
  // The tenth byte names the operating system it was packed on: 255, unknown.
  bytes[9] = 255;
  await writeFile(output, bytes);
  return report;
}
