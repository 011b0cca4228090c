import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

export interface SourceFile {
  /** From the root of the project: `libs/forms/src/index.ts`. */
  path: string;
  text: string;
}

const root = join(import.meta.dirname, '..');

/** The files below a folder of the project whose name matches. */
export function filesBelow(folder: string, name: RegExp): SourceFile[] {
  return readdirSync(join(root, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && name.test(entry.name))
    .map((entry) => join(entry.parentPath, entry.name).slice(root.length + 1))
    .map((path) => ({ path, text: readFileSync(join(root, path), 'utf8') }));
}

/** The modules a source file imports, as written. */
export function importsOf({ text }: SourceFile): string[] {
  return [...text.matchAll(/(?:from|import)\s*\(?\s*'([^']+)'/g)].map(([, module]) => module as string);
}
