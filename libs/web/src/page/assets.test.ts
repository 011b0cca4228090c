import { execFileSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { projectRoot } from '#lib/platform';

const folder = mkdtempSync(join(tmpdir(), 'assets-'));
let manifest: Record<string, string> = {};

beforeAll(() => {
  execFileSync(process.execPath, [join(projectRoot(), 'scripts', 'build-assets.mjs'), `--out=${folder}`]);
  manifest = JSON.parse(read('manifest.json'));
}, 120_000);

afterAll(() => rmSync(folder, { recursive: true }));

const read = (file: string) => readFileSync(join(folder, file), 'utf8');
const asset = (name: string) => read(manifest[name] ?? 'missing');
const sentBytes = (name: string) => statSync(join(folder, `${manifest[name]}.br`)).size;

test.each(['portal.css', 'desk.css'])('%s takes at most 15 kB on the wire', (name) => {
  expect(sentBytes(name)).toBeLessThan(15_000);
});

test('the script of every page takes at most 10 kB on the wire', () => {
  expect(sentBytes('page.js')).toBeLessThan(10_000);
});

test.each(['portal.css', 'desk.css'])(
  '%s is nobody else’s: no colour or font of GOV.UK, nothing fetched',
  (name) => {
    expect(asset(name)).not.toMatch(/1d70b8|GDS Transport|@font-face|url\(/i);
  },
);

test.each(['portal.css', 'desk.css'])('%s gives headings room for two marks above a capital', (name) => {
  const heights = [...asset(name).matchAll(/\.govuk-heading-\w+\{[^}]*line-height:([\d.]+)/g)].map(
    ([, height]) => Number(height),
  );
  expect(heights.length).toBeGreaterThan(3);
  expect(Math.min(...heights)).toBeGreaterThanOrEqual(1.3);
});

test('each file carries the digest of its content in its name', () => {
  for (const [name, file] of Object.entries(manifest)) {
    const [stem, ending] = name.split(/(?=\.[^.]+$)/);
    expect(file).toMatch(new RegExp(`^${stem}-[0-9a-f]{10}\\${ending}$`));
  }
});

test('what is sent compressed is what is sent plain', () => {
  for (const file of Object.values(manifest).filter((name) => !name.endsWith('.png'))) {
    const plain = readFileSync(join(folder, file));
    expect(brotliDecompressSync(readFileSync(join(folder, `${file}.br`))).equals(plain)).toBe(true);
    expect(gunzipSync(readFileSync(join(folder, `${file}.gz`))).equals(plain)).toBe(true);
  }
});

test('nothing lies about that the manifest does not name', () => {
  const named = Object.values(manifest).flatMap((file) =>
    file.endsWith('.png') ? [file] : [file, `${file}.br`, `${file}.gz`],
  );
  expect(readdirSync(folder).toSorted()).toEqual([...named, 'manifest.json'].toSorted());
});
