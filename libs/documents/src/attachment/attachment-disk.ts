import { join } from 'node:path';
import { Disk } from 'flydrive';
import type { Config } from '#lib/platform';
import { WholeFileDriver } from './whole-file-driver.js';

const disks = new WeakMap<Config, Disk>();

/** Where contents are kept: a folder of the data folder. */
export function attachmentDisk(config: Config): Disk {
  const known = disks.get(config);
  if (known) return known;
  const disk = new Disk(new WholeFileDriver(join(config.dataDir, 'attachments')));
  disks.set(config, disk);
  return disk;
}

/** Uploads on their way in, before they are known to be welcome. */
export function incomingFolder(config: Config): string {
  return join(config.dataDir, 'attachments', 'incoming');
}

/** `ab/cd/abcd…`: no folder gets more entries than people can list. */
export function contentKey(sha256: string): string {
  return `${sha256.slice(0, 2)}/${sha256.slice(2, 4)}/${sha256}`;
}
