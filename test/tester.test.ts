import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { openBrowser } from './browser.js';
import { officers, people } from './cast.js';
import { type Standalone, startStandalone } from './standalone.js';

const run = promisify(execFile);
const patience = 120_000;
let product: Standalone;
let dataDir: string;

beforeAll(async () => {
  // Installs Chromium where it is missing.
  await (await openBrowser()).close();
  product = await startStandalone();
  dataDir = await mkdtemp(join(tmpdir(), 'testers-'));
}, patience);
afterAll(async () => {
  await product?.close();
  await rm(dataDir, { recursive: true, force: true });
});

/** `npm run tester`, without a window; returns what it says. */
async function tester(who: string): Promise<{ code: number; said: string }> {
  const env = {
    ...process.env,
    DATA_DIR: dataDir,
    PORTAL_PORT: new URL(product.portal).port,
    DESK_PORT: new URL(product.desk).port,
    SANDBOX_PORT: new URL(product.sandbox).port,
    NODE_OPTIONS: '',
  };
  const script = join(import.meta.dirname, '..', 'scripts/tester.mjs');
  return run(process.execPath, [script, who, '--headless'], { env }).then(
    ({ stdout }) => ({ code: 0, said: stdout.trim() }),
    ({ code, stderr }: { code: number; stderr: string }) => ({ code, said: stderr.trim() }),
  );
}

test(
  'a person gets an account the first time and is signed in with the kept passkey the second',
  async () => {
    const signedIn = {
      code: 0,
      said: expect.stringContaining(`${people.minh.fullName} is signed in: ${product.portal}`),
    };
    expect(await tester(people.minh.idNumber)).toEqual(signedIn);
    const kept = await readFile(join(dataDir, `testers/${people.minh.idNumber}.json`), 'utf8');
    expect(JSON.parse(kept)).toHaveLength(1);
    expect(await tester(people.minh.fullName)).toEqual(signedIn);
  },
  patience,
);

test(
  'an officer is enrolled the first time and signed in the second',
  async () => {
    const signedIn = {
      code: 0,
      said: expect.stringContaining(`${officers.intake} is signed in: ${product.desk}`),
    };
    expect(await tester('CB001')).toEqual(signedIn);
    expect(await tester(officers.intake)).toEqual(signedIn);
  },
  patience,
);

test('somebody nobody knows is told in one sentence', async () => {
  expect(await tester('Nguyễn Văn Ai')).toEqual({
    code: 1,
    said: 'Nobody of the register and no officer is called Nguyễn Văn Ai.',
  });
});
