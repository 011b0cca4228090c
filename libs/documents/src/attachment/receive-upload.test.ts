import { createHash } from 'node:crypto';
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import type { Platform } from '#lib/platform';
import { receiveUpload } from './receive-upload.js';

const pdf = Buffer.from('%PDF-1.7\n1 0 obj\n<<>>\nendobj\n%%EOF\n');
const limits = { accept: ['application/pdf', 'image/png'] as const, maxMegabytes: 1 };
let platform: Platform;
let dataDir: string;

beforeEach(async () => {
  dataDir = await mkdtemp(join(tmpdir(), 'uploads-'));
  platform = { config: { dataDir } } as unknown as Platform;
});
afterEach(() => rm(dataDir, { recursive: true }));

const incoming = () => readdir(join(dataDir, 'attachments', 'incoming'));

test('a file is received with its digest, its size and the type of its content', async () => {
  const file = await receiveUpload(platform, Readable.from([pdf.subarray(0, 3), pdf.subarray(3)]), limits);
  expect(file).toMatchObject({
    sha256: createHash('sha256').update(pdf).digest('hex'),
    size: pdf.length,
    mediaType: 'application/pdf',
  });
  expect(await readFile(file.path)).toEqual(pdf);
  await file.discard();
  expect(await incoming()).toEqual([]);
});

test.each([
  ['nothing', [], 'file-empty', 422, {}],
  [
    'a web page',
    [Buffer.from('<html><script>alert(1)</script>')],
    'file-type-not-accepted',
    415,
    { accepted: 'PDF, PNG' },
  ],
  [
    'a picture of a kind not asked for',
    [Buffer.from([0xff, 0xd8, 0xff, 0xe0, 0, 16, 74, 70, 73, 70])],
    'file-type-not-accepted',
    415,
    {},
  ],
  ['a program', [Buffer.from('MZ'.padEnd(200, '\0'))], 'file-type-not-accepted', 415, {}],
  [
    'a byte more than allowed',
    [pdf, Buffer.alloc(1_048_577 - pdf.length)],
    'file-too-large',
    413,
    { megabytes: 1 },
  ],
] as const)('%s is refused and leaves nothing behind', async (_, chunks, code, status, facts) => {
  await expect(receiveUpload(platform, Readable.from(chunks), limits)).rejects.toMatchObject({
    code,
    status,
    facts,
  });
  expect(await incoming()).toEqual([]);
});

test('exactly as much as allowed is received', async () => {
  const file = await receiveUpload(
    platform,
    Readable.from([pdf, Buffer.alloc(1_048_576 - pdf.length)]),
    limits,
  );
  expect(file.size).toBe(1_048_576);
});

test('a stream that was cut on its way in is too large, not a shorter file', async () => {
  const cut = Object.assign(Readable.from([pdf]), { truncated: true });
  await expect(receiveUpload(platform, cut, limits)).rejects.toMatchObject({ code: 'file-too-large' });
});

test('a connection that breaks leaves nothing behind', async () => {
  const broken = Readable.from(
    (async function* () {
      yield pdf;
      throw new Error('connection reset');
    })(),
  );
  await expect(receiveUpload(platform, broken, limits)).rejects.toMatchObject({
    code: 'upload-broken-off',
    status: 400,
  });
  expect(await incoming()).toEqual([]);
});
