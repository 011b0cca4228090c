import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** The folder of the project, found from the sources and from the built tree alike. */
export function projectRoot(): string {
  let folder = import.meta.dirname;
  while (!existsSync(join(folder, 'nest-cli.json'))) {
    const parent = dirname(folder);
    if (parent === folder)
      throw new Error('The project folder (with nest-cli.json) was not found above the code');
    folder = parent;
  }
  return folder;
}
