import fs, { createWriteStream } from 'node:fs';
import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { writeFile } from './write-file.js';

test('a failure is told when the file is there to be removed, however long its opening took', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'write-file-'));
  const slowDisk = {
    ...fs,
    open: (...args: Parameters<typeof fs.open>) => setTimeout(() => fs.open(...args), 100),
  };
  const file = createWriteStream(join(folder, 'paper'), {
    flags: 'wx',
    fs: slowDisk as unknown as typeof fs,
  });
  const broken = new Readable({ read() {} });
  setTimeout(() => broken.destroy(new Error('connection reset')), 10);
  await expect(writeFile(file, broken)).rejects.toThrow('connection reset');
  expect(await readdir(folder)).toEqual(['paper']);
  await rm(folder, { recursive: true });
});
