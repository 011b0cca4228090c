import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { filesBelow, importsOf, type SourceFile } from './source-files.js';

/** Each lib may import those before it. The pure ones stand before `web`, which draws their forms and dates. */
const order = [
  'platform',
  'forms',
  'workflow',
  'calendar',
  'web',
  'audit',
  'organisations',
  'registries',
  'notifications',
  'identity',
  'catalogue',
  'documents',
  'payments',
  'applications',
  'transparency',
  'designing',
  'schema',
];
const isTest = ({ path }: SourceFile) => /\.(test|fixture)\.tsx?$|^libs\/[^/]+\/test\//.test(path);
const code = [...filesBelow('libs', /\.tsx?$/), ...filesBelow('apps', /\.tsx?$/)];
const product = code.filter((file) => !isTest(file));
const libOf = (path: string) => /^libs\/([^/]+)\//.exec(path)?.[1];

test('every lib has its place in the order', () => {
  const found = new Set(code.map(({ path }) => libOf(path)).filter(Boolean));
  expect([...found].toSorted()).toEqual(order.toSorted());
});

test('a lib imports only libs listed before it, and only through their door', () => {
  const wrong = product.flatMap((file) =>
    importsOf(file)
      .filter((module) => module.startsWith('#lib/'))
      .filter((module) => {
        const target = module.slice('#lib/'.length);
        const own = libOf(file.path);
        return !order.includes(target) || (own !== undefined && order.indexOf(target) >= order.indexOf(own));
      })
      .map((module) => `${file.path} imports ${module}`),
  );
  expect(wrong).toEqual([]);
});

const room = (path: string) => path.split('/').slice(0, 2).join('/');

test('a relative import stays inside its lib or app; the apps that start others are the exception', () => {
  const wrong = product
    .filter(({ path }) => !path.startsWith('apps/standalone/'))
    .flatMap((file) =>
      importsOf(file)
        .filter((module) => module.startsWith('.'))
        .filter((module) => room(join(dirname(file.path), module)) !== room(file.path))
        .map((module) => `${file.path} imports ${module}`),
    );
  expect(wrong).toEqual([]);
});

test('an app holds modules, starting points and pages; only the sandbox, which stands for others, holds more', () => {
  // A program is what package.json starts by name: `start.mjs worker recount-deadlines`.
  const programs = [...readFileSync('package.json', 'utf8').matchAll(/start\.mjs ([a-z-]+) ([a-z-]+)/g)].map(
    ([, app, program]) => `apps/${app}/src/${program}.ts`,
  );
  const wrong = product
    .map(({ path }) => path)
    .filter((path) => path.startsWith('apps/') && !path.startsWith('apps/national-sandbox/'))
    .filter((path) => !programs.includes(path))
    .filter((path) => !/\/src\/(main|start|[a-z-]+\.module|[a-z-]+-page)\.tsx?$/.test(path));
  expect(wrong).toEqual([]);
});

test('a file stops at 250 lines, and nine in ten at 120', () => {
  const lengths = product.map(({ path, text }) => ({ path, lines: text.split('\n').length - 1 }));
  expect(lengths.filter(({ lines }) => lines > 250)).toEqual([]);
  const long = lengths.filter(({ lines }) => lines > 120);
  expect(long.length / lengths.length).toBeLessThan(0.1);
});

test('only one file knows xstate', () => {
  const files = product.filter((file) => importsOf(file).some((module) => /^xstate(\/|$)/.test(module)));
  expect(files.map(({ path }) => path)).toHaveLength(1);
});

test('no module is global, forward-referenced or made anew for each request', () => {
  const wrong = product.filter(({ text }) => /forwardRef|@Global\(|Scope\.REQUEST/.test(text));
  expect(wrong.map(({ path }) => path)).toEqual([]);
});

test('a constructor takes at most five things', () => {
  const wrong = product.filter(({ text }) =>
    [...text.matchAll(/constructor\(([^)]*)\)/g)].some(
      ([, parameters]) => (parameters?.split(',').filter((each) => each.trim() !== '').length ?? 0) > 5,
    ),
  );
  expect(wrong.map(({ path }) => path)).toEqual([]);
});

test('nobody reads the tables of another lib', () => {
  const schemas = new Set(order);
  const wrong = product
    .filter(({ path }) => path.startsWith('libs/') && !path.includes('/migrations/'))
    .flatMap(({ path, text }) =>
      [...text.matchAll(/\b(?:FROM|JOIN|INTO|UPDATE)\s+([a-z]+)\.[a-z_]+/g)]
        .map(([, schema]) => schema as string)
        .filter((schema) => schemas.has(schema) && schema !== libOf(path))
        .map((schema) => `${path} reads ${schema}`),
    );
  expect(wrong).toEqual([]);
});

test('every refusal has words in three languages, and what to do', () => {
  const codes = new Set(
    product.flatMap(({ text }) =>
      [...text.matchAll(/new Refusal\(\s*'([^']+)'/g)].map(([, refusal]) => refusal as string),
    ),
  );
  for (const language of ['vi', 'en', 'fr']) {
    const files = [...filesBelow('libs', /\.json$/), ...filesBelow('apps', /\.json$/)].filter(({ path }) =>
      new RegExp(`/[a-z-]*refusals?[a-z-]*\\.${language}\\.json$`).test(path),
    );
    const words = Object.assign({}, ...files.map(({ text }) => JSON.parse(text))) as Record<string, string>;
    const missing = [...codes].filter((refusal) => !words[refusal] || !words[`${refusal}.help`]);
    expect({ language, missing }).toEqual({ language, missing: [] });
  }
});

test('a refusal has its words in one place: elsewhere the same code would speak of something else', () => {
  const files = [
    ...filesBelow('libs', /refusals?\.vi\.json$/),
    ...filesBelow('apps', /refusals?\.vi\.json$/),
  ];
  const keys = files.flatMap(({ text }) => Object.keys(JSON.parse(text)));
  expect(keys.filter((key, index) => keys.indexOf(key) !== index)).toEqual([]);
});

const singular = (key: string) => key.replace(/_(one|many|other)$/, '');

test('every slice says the same things in Vietnamese, English and French', () => {
  const files = [...filesBelow('libs', /\.vi\.json$/), ...filesBelow('apps', /\.vi\.json$/)];
  for (const { path, text } of files) {
    const keys = new Set(Object.keys(JSON.parse(text)).map(singular));
    for (const language of ['en', 'fr']) {
      const twin = filesBelow(dirname(path), /\.json$/).find(
        (file) => file.path === path.replace('.vi.', `.${language}.`),
      );
      const twinKeys = new Set(Object.keys(JSON.parse(twin?.text ?? '{}')).map(singular));
      expect({ path, language, keys: [...twinKeys].toSorted() }).toEqual({
        path,
        language,
        keys: [...keys].toSorted(),
      });
    }
  }
});
