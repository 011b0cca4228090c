// Builds what browsers fetch into dist/assets: style sheets, islands, icons, each under a name with its digest,
// each with a .br and .gz beside it, and manifest.json (logical name -> file name).
// Run: node scripts/build-assets.mjs [--out=FOLDER]
import { createHash } from 'node:crypto';
import { mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { basename, extname, join } from 'node:path';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';
import { build } from 'esbuild';
import { compile } from 'sass';

const root = join(import.meta.dirname, '..');
const out =
  process.argv.find((argument) => argument.startsWith('--out='))?.slice('--out='.length) ??
  join(root, 'dist', 'assets');
const theme = join(root, 'libs', 'web', 'theme');

const built = [...styleSheets(), ...(await islands()), ...icons()];
const manifest = Object.fromEntries(built.map((asset) => [asset.name, digestedName(asset)]));
const webManifest = { name: 'manifest.webmanifest', content: Buffer.from(appManifest(manifest)) };
built.push(webManifest);
manifest[webManifest.name] = digestedName(webManifest);

mkdirSync(out, { recursive: true });
// The new files come first and the manifest last and whole, so that nobody ever reads of a file that is not there.
await Promise.all(built.map((asset) => write(manifest[asset.name], asset.content)));
writeFileSync(join(out, 'manifest.next'), `${JSON.stringify(manifest, null, 2)}\n`);
renameSync(join(out, 'manifest.next'), join(out, 'manifest.json'));
removeOlder(Object.values(manifest));

function styleSheets() {
  return ['portal', 'desk'].map((skin) => {
    const { css } = compile(join(theme, `${skin}.scss`), {
      style: 'compressed',
      loadPaths: [join(root, 'node_modules')],
      quietDeps: true,
    });
    return { name: `${skin}.css`, content: Buffer.from(css) };
  });
}

/** Every `*.island.ts` of a lib becomes a module of its own, named after the file. */
async function islands() {
  const files = readdirSync(join(root, 'libs'), { recursive: true, encoding: 'utf8' })
    .filter((file) => /^[^/\\]+[/\\]src[/\\].*\.island\.ts$/.test(file))
    .map((file) => join(root, 'libs', file));
  const names = files.map((file) => basename(file, '.island.ts'));
  const twice = names.find((name, index) => names.indexOf(name) !== index);
  if (twice)
    throw new Error(`Two islands are named "${twice}": names must differ, whatever folder they lie in`);
  const result = await build({
    absWorkingDir: root,
    entryPoints: Object.fromEntries(files.map((file, index) => [names[index], file])),
    outdir: out,
    bundle: true,
    minify: true,
    write: false,
    format: 'esm',
    target: 'es2020',
    legalComments: 'none',
  });
  return result.outputFiles.map((file) => ({
    name: basename(file.path),
    content: Buffer.from(file.contents),
  }));
}

function icons() {
  const folder = join(theme, 'icons');
  return readdirSync(folder).map((name) => ({ name, content: readFileSync(join(folder, name)) }));
}

function appManifest(names) {
  return JSON.stringify({
    name: 'Cổng dịch vụ công',
    short_name: 'Dịch vụ công',
    lang: 'vi',
    start_url: '/',
    display: 'browser',
    background_color: '#fffdf9',
    theme_color: '#5c1210',
    icons: [{ src: names['favicon.svg'], sizes: 'any', type: 'image/svg+xml' }],
  });
}

/** Letters and digits only, so that the name is safe in a path on every system. */
function digestedName({ name, content }) {
  const digest = createHash('sha256').update(content).digest('hex').slice(0, 10);
  return `${basename(name, extname(name))}-${digest}${extname(name)}`;
}

async function write(file, content) {
  writeFileSync(join(out, file), content);
  if (extname(file) === '.png') return; // compressed already
  const brotli = {
    params: { [constants.BROTLI_PARAM_QUALITY]: 11, [constants.BROTLI_PARAM_SIZE_HINT]: content.length },
  };
  const [br, gz] = await Promise.all([
    promisify(brotliCompress)(content, brotli),
    promisify(gzip)(content, { level: 9 }),
  ]);
  writeFileSync(join(out, `${file}.br`), br);
  writeFileSync(join(out, `${file}.gz`), gz);
}

function removeOlder(current) {
  const keep = new Set(['manifest.json', ...current.flatMap((file) => [file, `${file}.br`, `${file}.gz`])]);
  for (const file of readdirSync(out)) if (!keep.has(file)) rmSync(join(out, file));
}
