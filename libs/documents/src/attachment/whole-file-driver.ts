import { createWriteStream } from 'node:fs';
import { mkdir, rename, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { Readable } from 'node:stream';
import { FSDriver } from 'flydrive/drivers/fs';
import { newId } from '#lib/platform';
import { writeFile } from './write-file.js';

/**
 * A local folder in which a file is whole or not there: flydrive's own driver writes and moves by copying to the final
 * name, where a crash leaves half of it. This one writes beside, waits for the disk, and renames.
 */
export class WholeFileDriver extends FSDriver {
  constructor(private readonly folder: string) {
    super({ location: folder, visibility: 'private' });
  }

  override async putStream(key: string, contents: Readable): Promise<void> {
    const path = join(this.folder, key);
    const beside = `${path}.${newId()}.part`;
    await mkdir(dirname(path), { recursive: true, mode: 0o700 });
    try {
      await writeFile(createWriteStream(beside, { flags: 'wx', mode: 0o600, flush: true }), contents);
      await rename(beside, path);
    } catch (error) {
      await rm(beside, { force: true });
      throw error;
    }
  }
}
