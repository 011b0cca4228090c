import { mkdir, mkdtemp, readdir, rm, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Config } from '#lib/platform';
import { sweepIncoming } from './sweep-incoming.js';

test('what a stopped process left half received goes after an hour, what is arriving stays', async () => {
  const dataDir = await mkdtemp(join(tmpdir(), 'sweep-'));
  const incoming = join(dataDir, 'attachments', 'incoming');
  const now = new Date('2026-11-20T03:05:00Z');
  const platform = { config: { dataDir } as Config, clock: { now: () => now } };
  await sweepIncoming(platform);
  await mkdir(incoming, { recursive: true });
  for (const [name, minutes] of [
    ['old', 61],
    ['new', 59],
  ] as const) {
    await writeFile(join(incoming, name), 'half');
    const at = new Date(now.getTime() - minutes * 60_000);
    await utimes(join(incoming, name), at, at);
  }
  await sweepIncoming(platform);
  expect(await readdir(incoming)).toEqual(['new']);
  await rm(dataDir, { recursive: true });
});
