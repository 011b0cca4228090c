import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { projectRoot } from '#lib/platform';
import { definitionFindingWords } from './findings/definition-finding-words.js';
import { readWritten } from './read-written.js';

const shipped = (path: string) => readFileSync(join(projectRoot(), 'libs/catalogue', path), 'utf8');
const codes = (text: string) => readWritten(text).findings.map(({ code }) => code);

test('a workflow and a service that ship are read without findings', () => {
  expect(readWritten(shipped('workflows/appeal.yaml'))).toMatchObject({
    definition: { id: 'appeal' },
    findings: [],
  });
  expect(readWritten(shipped('procedures/1.001193.yaml'))).toMatchObject({
    definition: { code: '1.001193', workflow: { id: 'standard' } },
    findings: [],
  });
});

test.each([
  ['nothing', ''],
  ['a picture', '\u0089PNG\r\n\u001a\n\u0000'],
  ['broken quotes', 'id: "x'],
  ['a key twice', 'id: x\nid: y'],
  [
    'aliases without end',
    `a: &a [x]\n${Array.from({ length: 30 }, (_, i) => `b${i}: &b${i} [*${i ? `b${i - 1}` : 'a'}, *${i ? `b${i - 1}` : 'a'}]`).join('\n')}`,
  ],
  ['a service of nothing', 'workflow: standard'],
  ['a service whose form is a text', 'workflow: standard\nform: x\nresult: 3\ndeadline: 4'],
  ['a workflow that nobody wrote', 'workflow: moon\nform: {pages: []}'],
  ['a workflow that is a list', 'workflow: []'],
])('%s is refused in findings', (_, text) => {
  expect(codes(text).length).toBeGreaterThan(0);
  expect(readWritten(text).definition).toBeUndefined();
});

test.each([
  ['id: x\nid: y', '2:1 The name here stands there for the second time.'],
  ['states:\n\ta: 1', '2:1 This line is indented with a tab.'],
  ['id: x\n---\nid: y', 'The file holds several documents'],
  ['id: "x', '1:7 This is not YAML'],
  ['id: *moon', '“*moon” repeats a block “&moon”, but nothing above is called that.'],
  ['['.repeat(1e5), 'The file nests too deeply'],
  ['x'.repeat(2e6), 'This is too large for a workflow: more than 1 MB.'],
  ['- a', 'This is neither a workflow nor a service'],
  ['id: x\ninitial: a\nstates:\n  a: []', 'one or more lines “name: value”, indented belongs here.'],
])('what cannot be read is told in words: %.20s', (text, said) => {
  const [found = { path: '', code: '', facts: {} }] = readWritten(text).findings;
  expect(`${found.path} ${definitionFindingWords(found, 'en')}`).toContain(said);
});

const words = (text: string) => `{ vi: ${text}, en: ${text}, fr: ${text} }`;
test('a block may take over what another says', () => {
  const text = `id: x
title: ${words('X')}
initial: a
states:
  a: &a { status: 4, label: ${words('A')}, waitsFor: officer, on: { accept: { to: b, by: [case] } } }
  b: { <<: *a, on: { accept: { to: c, by: [case] } } }
  c: { status: 10, label: ${words('C')}, final: true }`;
  expect(readWritten(text)).toMatchObject({ findings: [], definition: { states: { b: { status: 4 } } } });
});
