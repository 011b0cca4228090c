import { readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';

/** The rows of a table with a head, tab-separated, gzipped where its name says so. */
export function readTable(file: string): Record<string, string>[] {
  const bytes = readFileSync(file);
  const text = (file.endsWith('.gz') ? gunzipSync(bytes) : bytes).toString('utf8');
  const [head = '', ...lines] = text.split('\n').map((line) => line.replace(/\r$/, ''));
  const columns = head.split('\t');
  return lines
    .filter((line) => line !== '')
    .map((line) => {
      const values = line.split('\t');
      return Object.fromEntries(columns.map((column, index) => [column, values[index] ?? '']));
    });
}
