import { randomBytes } from 'node:crypto';
import { access, constants, lstat, mkdir, readlink, stat, symlink } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { ConfigError } from '../config/config-error.js';
import { makeFolder } from '../config/make-folder.js';

/**
 * The folder the database server keeps its files in: `postgres` in the data folder. For root, whose data folder
 * the system user `postgres` often cannot reach (a clone under /root), that is a link to a folder in /var/lib.
 */
export async function databasePlace(dataDir: string, asRoot: boolean): Promise<string> {
  try {
    makeFolder(dataDir);
    await access(dataDir, constants.W_OK);
  } catch (cause) {
    throw new ConfigError(`The data folder ${dataDir} cannot be written to. Choose another with DATA_DIR.`, {
      cause,
    });
  }
  const place = join(dataDir, 'postgres');
  if (await isLink(place)) return readlink(place);
  if (asRoot && !(await everyoneReaches(dataDir))) {
    const elsewhere = join('/var/lib/cong-dich-vu-cong', randomBytes(8).toString('hex'));
    await mkdir(elsewhere, { recursive: true });
    await symlink(elsewhere, place);
    return elsewhere;
  }
  await mkdir(place, { recursive: true });
  return place;
}

/** Whether any user may pass through every folder down to `path`. */
export async function everyoneReaches(path: string): Promise<boolean> {
  for (let folder = path; ; folder = dirname(folder)) {
    if (((await stat(folder)).mode & 0o001) === 0) return false;
    if (dirname(folder) === folder) return true;
  }
}

async function isLink(path: string): Promise<boolean> {
  return lstat(path).then(
    (found) => found.isSymbolicLink(),
    () => false,
  );
}
