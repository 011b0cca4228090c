// Builds dist/: every source file of apps and libs as JavaScript, and what browsers fetch. Types are checked by
// `npm run check`, not here. Run: node scripts/build.mjs (builds only what changed since the last time)
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { transformFile } from '@swc/core';

const root = join(import.meta.dirname, '..');
const dist = join(root, 'dist');
const stampFile = join(dist, 'built');

const sources = ['apps', 'libs', 'scripts'].flatMap(filesBelow);
// Data that is read where it stands, and tests, do not make dist/ older.
const built = sources.filter((file) => !/\.(ya?ml|md|(test|fixture)\.tsx?)$/.test(file));
const stamp = createHash('sha256')
  .update([...built, '.swcrc', 'package-lock.json'].map(traceOf).join('\n'))
  .digest('hex');
if (!existsSync(stampFile) || readFileSync(stampFile, 'utf8') !== stamp) {
  rmSync(stampFile, { force: true });
  await compile();
  await import('./build-assets.mjs');
  writeFileSync(stampFile, stamp);
}

async function compile() {
  for (const folder of ['apps', 'libs']) rmSync(join(dist, folder), { recursive: true, force: true });
  await Promise.all(sources.filter(isCompiled).map(compileFile));
  for (const file of sources.filter((each) => each.endsWith('.json')))
    write(file, readFileSync(join(root, file), 'utf8'));
  write(
    'package.json',
    JSON.stringify({ type: 'module', imports: { '#lib/*': './libs/*/src/index.js' } }, null, 2),
  );
}

async function compileFile(file) {
  const { code, map } = await transformFile(join(root, file), {
    configFile: join(root, '.swcrc'),
    sourceMaps: true,
    sourceFileName: join(root, file),
  });
  const target = file.replace(/\.tsx?$/, '.js');
  const mapName = `${target.split('/').at(-1)}.map`;
  write(target, `${code}\n//# sourceMappingURL=${mapName}\n`);
  write(`${target}.map`, map);
}

function isCompiled(file) {
  return /\.tsx?$/.test(file) && !/\.(test|fixture|d)\.tsx?$/.test(file) && !file.startsWith('scripts');
}

function write(file, content) {
  const path = join(dist, file);
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, content);
}

function filesBelow(folder) {
  return readdirSync(join(root, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(root.length + 1))
    .toSorted();
}

function traceOf(file) {
  const { mtimeMs, size } = statSync(join(root, file));
  return `${file} ${mtimeMs} ${size}`;
}
