import { createReadStream } from 'node:fs';
import { Readable } from 'node:stream';
import { createGunzip } from 'node:zlib';
import type { ImportedRow, Rejection } from './procedure-facts.js';
import { readRow } from './read-row.js';
import { splitLines } from './split-lines.js';

/**
 * Reads an export, `.jsonl` or `.jsonl.gz`, from a file or a stream of bytes (gzip is told by its first two
 * bytes). One outcome a line; a code that stood on an earlier line is rejected; a damaged or truncated gzip ends
 * with the rejection `file-damaged` after all that could be read. Throws only when the file cannot be opened or read.
 */
export async function* readExport(
  source: string | AsyncIterable<Uint8Array>,
): AsyncGenerator<ImportedRow | Rejection> {
  const bytes = typeof source === 'string' ? createReadStream(source) : source;
  const damage: Damage = {};
  const seen = new Set<string>();
  let last = 0;
  for await (const { number, text } of splitLines(unzipped(bytes, damage))) {
    last = number;
    // The line at which the file breaks off is lost too: what is left of it is half a row.
    const outcome = readRow(text, number);
    if ('reason' in outcome && damage.found && outcome.reason === 'not-json') continue;
    if ('facts' in outcome && seen.has(outcome.facts.code)) {
      yield { line: number, code: outcome.facts.code, reason: 'code-repeated' };
      continue;
    }
    if ('facts' in outcome) seen.add(outcome.facts.code);
    yield outcome;
  }
  if (damage.found) yield { line: Math.max(last, 1), reason: 'file-damaged' };
}

interface Damage {
  found?: true;
}

async function* unzipped(bytes: AsyncIterable<Uint8Array>, damage: Damage): AsyncGenerator<Uint8Array> {
  const chunks = bytes[Symbol.asyncIterator]();
  try {
    const head = await firstBytes(chunks);
    const whole = rejoined(head, chunks);
    if (head[0] === 0x1f && head[1] === 0x8b) yield* gunzipped(whole, damage);
    else yield* whole;
  } finally {
    await chunks.return?.();
  }
}

async function firstBytes(chunks: AsyncIterator<Uint8Array>): Promise<Buffer> {
  let head = Buffer.alloc(0);
  while (head.length < 2) {
    const next = await chunks.next();
    if (next.done) return head;
    head = Buffer.concat([head, next.value]);
  }
  return head;
}

async function* rejoined(head: Buffer, chunks: AsyncIterator<Uint8Array>): AsyncGenerator<Uint8Array> {
  yield head;
  for (let next = await chunks.next(); !next.done; next = await chunks.next()) yield next.value;
}

async function* gunzipped(bytes: AsyncIterable<Uint8Array>, damage: Damage): AsyncGenerator<Uint8Array> {
  const input = Readable.from(bytes, { objectMode: false });
  const gunzip = createGunzip();
  input.on('error', (error) => gunzip.destroy(error));
  try {
    yield* input.pipe(gunzip);
  } catch (error) {
    if (!isDamage(error)) throw error;
    damage.found = true;
  } finally {
    input.destroy();
    gunzip.destroy();
  }
}

/** zlib's errors have codes like `Z_BUF_ERROR` (ends too early) and `Z_DATA_ERROR`. */
function isDamage(error: unknown): boolean {
  return (
    typeof error === 'object' && error !== null && 'code' in error && String(error.code).startsWith('Z_')
  );
}
