import * as fc from 'fast-check';
import { localPath } from './local-path.js';

test('a path of this host is kept, with its query', () => {
  expect(localPath('/applications/1?tab=2#due')).toBe('/applications/1?tab=2#due');
});

test.each([
  ['another site', 'https://elsewhere.example/'],
  ['another site without a scheme', '//elsewhere.example/'],
  ['a backslash, which browsers read as a slash', '/\\elsewhere.example'],
  ['dots that leave two slashes', '/x/..//elsewhere.example'],
  ['a tab, which browsers leave out', '/\t/elsewhere.example'],
  ['a script', 'javascript:alert(1)'],
  ['no text', ['/']],
])('instead of %s there is the home page', (_, next) => {
  expect(localPath(next)).toBe('/');
});

test('whatever is asked for, a browser stays on the host it is on', () => {
  const parts = fc.constantFrom(
    '/',
    '\\',
    '.',
    '..',
    '%2e',
    '@',
    ':',
    '?',
    '#',
    '\t',
    '\n',
    'x',
    'elsewhere.example',
  );
  const hostile = fc.array(parts, { maxLength: 8 }).map((each) => each.join(''));
  fc.assert(
    fc.property(fc.oneof(hostile, fc.string(), fc.anything()), (next) => {
      const landed = new URL(localPath(next), 'http://localhost:3000');
      expect(landed.origin).toBe('http://localhost:3000');
    }),
    { numRuns: 2000 },
  );
});
