import { createHash } from 'node:crypto';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import * as fc from 'fast-check';
import { madeRow } from './made-row.fixture.js';
import type { ImportedRow, Rejection } from './procedure-facts.js';
import { longestLine } from './raw-row.js';
import { readExport } from './read-export.js';
import { splitLines } from './split-lines.js';

const row = (code: string) => JSON.stringify(madeRow({ ma_thu_tuc: code }));

async function* chunks(bytes: Buffer, size = 1000): AsyncGenerator<Buffer> {
  for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size);
}

async function outcomes(source: Parameters<typeof readExport>[0]): Promise<string[]> {
  const all: string[] = [];
  for await (const outcome of readExport(source)) all.push(said(outcome));
  return all;
}

// Digests hardly compress, so that half the bytes hold about half the rows.
const noisyRow = (code: string) =>
  JSON.stringify(madeRow({ ma_thu_tuc: code, raw_text: createHash('sha512').update(code).digest('base64') }));

async function* endless(): AsyncGenerator<Buffer> {
  for (let count = 0; count < 300; count++) yield Buffer.alloc(100_000, 'x');
  yield Buffer.from(`\n${row('1.000001')}`);
}

const said = (outcome: ImportedRow | Rejection) =>
  'reason' in outcome ? `${outcome.line} ${outcome.reason}` : `${outcome.line} ${outcome.facts.code}`;

describe('an export', () => {
  it('may have a byte order mark, CRLF and blank lines; line numbers count them', async () => {
    const text = `\uFEFF${row('1.000001')}\r\n\r\n  \n${row('1.000002')}`;
    expect(await outcomes(chunks(Buffer.from(text), 7))).toEqual(['1 1.000001', '4 1.000002']);
  });

  it('is read from a file, plain or compressed', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'export-'));
    const text = `${row('1.000001')}\n`;
    await writeFile(join(folder, 'a.jsonl'), text);
    await writeFile(join(folder, 'b.jsonl.gz'), gzipSync(text));
    expect(await outcomes(join(folder, 'a.jsonl'))).toEqual(['1 1.000001']);
    expect(await outcomes(join(folder, 'b.jsonl.gz'))).toEqual(['1 1.000001']);
    await rm(folder, { recursive: true });
  });

  it('reports a code that stood on an earlier line, and keeps the first', async () => {
    const text = [row('1.000001'), row('1.000002'), row('1.000001')].join('\n');
    expect(await outcomes(chunks(Buffer.from(text)))).toEqual([
      '1 1.000001',
      '2 1.000002',
      '3 code-repeated',
    ]);
  });

  it('reports lines that are no rows and goes on', async () => {
    const text = [row('1.000001'), '{"ma_thu', row('1.000002')].join('\n');
    expect(await outcomes(chunks(Buffer.from(text)))).toEqual(['1 1.000001', '2 not-json', '3 1.000002']);
  });

  it('that was cut off while compressed gives all it can, then says that it is damaged', async () => {
    const codes = Array.from({ length: 400 }, (_, index) => `1.${String(index).padStart(6, '0')}`);
    const whole = gzipSync(codes.map(noisyRow).join('\n'));
    const read = await outcomes(chunks(whole.subarray(0, Math.floor(whole.length / 2)), 500));
    expect(read.length).toBeGreaterThan(20);
    expect(read.length).toBeLessThan(400);
    expect(read.at(-1)).toMatch(/ file-damaged$/);
    expect(read.slice(0, -1).every((line) => / 1\.\d{6}$/.test(line))).toBe(true);
  });

  it('whose compressed bytes are wrong says that it is damaged', async () => {
    const bytes = gzipSync(row('1.000001'));
    bytes.fill(0xaa, 12, 40);
    expect(await outcomes(chunks(bytes))).toEqual(['1 file-damaged']);
  });

  it('that is empty gives nothing', async () => {
    expect(await outcomes(chunks(Buffer.alloc(0)))).toEqual([]);
  });

  it('that does not exist is a fault', async () => {
    await expect(outcomes('/no/such/file.jsonl')).rejects.toThrow('ENOENT');
  });

  it('holds at most one line in memory, however long', async () => {
    expect(await outcomes(endless())).toEqual(['1 line-too-long', '2 1.000001']);
    for await (const { text, number } of splitLines(endless()))
      if (number === 1) expect(text.length).toBe(longestLine + 1);
  });

  it('is read alike however its bytes arrive', async () => {
    const bytes = Buffer.from(['Đăng ký', 'khai sinh ở', 'Thừa Thiên – Huế'].join('\n'));
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: 1, max: bytes.length }), async (size) => {
        const lines: string[] = [];
        for await (const { text } of splitLines(chunks(bytes, size))) lines.push(text);
        expect(lines).toEqual(['Đăng ký', 'khai sinh ở', 'Thừa Thiên – Huế']);
      }),
    );
  });
});
