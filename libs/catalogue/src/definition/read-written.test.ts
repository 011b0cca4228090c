import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { projectRoot } from '#lib/platform';
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
