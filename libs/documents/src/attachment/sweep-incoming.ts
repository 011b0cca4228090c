import { readdir, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { Platform } from '#lib/platform';
import { incomingFolder } from './attachment-disk.js';

const abandonedAfterMs = 3_600_000;

/** Removes uploads that a stopped process left half received. Those of the last hour may belong to another process. */
export async function sweepIncoming({ config, clock }: Pick<Platform, 'config' | 'clock'>): Promise<void> {
  const folder = incomingFolder(config);
  for (const name of await readdir(folder).catch(() => [])) {
    const file = join(folder, name);
    const found = await stat(file).catch(() => undefined);
    if (found && clock.now().getTime() - found.mtimeMs > abandonedAfterMs) await rm(file, { force: true });
  }
}
