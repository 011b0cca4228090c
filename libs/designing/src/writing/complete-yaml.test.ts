import * as fc from 'fast-check';
import { shippedCodes, shippedText } from '#lib/catalogue';
import { completeYaml } from './complete-yaml.js';
import { writtenSchema } from './written-schema.js';

const schema = writtenSchema();

/** What is offered at the `|` of a text. */
function offered(text: string): string[] {
  const [before = ''] = text.split('|');
  const lines = text.replace('|', '').split('\n');
  const row = before.split('\n').length - 1;
  const column = before.length - before.lastIndexOf('\n') - 1;
  return (completeYaml(schema, lines, row, column)?.options ?? []).map(({ label }) => label);
}

test.each<[string, string, string[], string[]]>([
  ['keys of the service, not those said', 'code: "1"\n|', ['title', 'deadline', 'papers'], ['code']],
  ['values that a key takes', 'authority: |', ['commune', 'province', 'ministry'], []],
  ['values in a list', 'applicants:\n  - |', ['citizen', 'enterprise'], []],
  ['keys of an item of a list', 'papers:\n  - id: a\n    |', ['title', 'required', 'when'], ['id']],
  ['keys in braces', 'title: { vi: Một, |', ['en', 'fr'], ['vi']],
  ['keys of a page', 'form:\n  pages:\n    - id: a\n      |', ['title', 'fields', 'hint'], ['id']],
  [
    'types of a field',
    'form:\n  pages:\n    - id: a\n      fields:\n        - type: |',
    ['name', 'address', 'file'],
    [],
  ],
  [
    'what its type lets a field say',
    'form:\n  pages:\n    - fields:\n        - id: a\n          type: file\n          |',
    ['maxMegabytes', 'accept'],
    ['maxLength', 'id', 'type'],
  ],
  ['workflows that ship', 'workflow: |', ['standard', 'instant'], []],
  ['keys of a state', 'workflow:\n  states:\n    filed:\n      |', ['label', 'status', 'on'], []],
  [
    'keys of a transition',
    'workflow:\n  states:\n    filed:\n      on:\n        accept:\n          |',
    ['to', 'by', 'clock'],
    [],
  ],
  [
    'who may act',
    'workflow:\n  states:\n    filed:\n      on:\n        accept:\n          by:\n            - |',
    ['intake', 'approver'],
    [],
  ],
  [
    'guards that there are',
    'workflow:\n  states:\n    filed:\n      on:\n        accept: { guard: |',
    ['outcomeIsGrant'],
    [],
  ],
  ['nothing in a comment', 'code: "1"\n# au|', [], ['authority']],
])('offers %s', (_, text, has, hasNot) => {
  const all = offered(text);
  for (const each of has) expect(all).toContain(each);
  for (const each of hasNot) expect(all).not.toContain(each);
});

test('what must be said comes first', () => {
  expect(offered('papers:\n  - |')[0]).toBe('id');
});

test('every key of every shipped definition is offered where it stands, but for names that are free', () => {
  const missing: string[] = [];
  let known = 0;
  for (const code of shippedCodes()) {
    const lines = (shippedText(code) ?? '').split('\n');
    for (const [row, line] of lines.entries()) {
      const [, before = '', key] = /^(\s*(?:- +)*)([\w.-]+):(?=\s|$)/.exec(line) ?? [];
      if (!key || /^\s*\S+:\s*[|>]/.test(line)) continue;
      const without = lines.with(row, before);
      const found = completeYaml(schema, without, row, before.length);
      if (!found || found.options.length === 0) continue;
      known += 1;
      if (!found.options.some(({ label }) => label === key)) missing.push(`${code}:${row + 1}: ${key}`);
    }
  }
  expect(missing.slice(0, 20)).toEqual([]);
  expect(known).toBeGreaterThan(5000);
});

test('any text at any place is taken', () => {
  const line = fc.stringMatching(/^[ -]{0,6}[a-z:{}#,&* "]{0,12}$/);
  fc.assert(
    fc.property(fc.array(line, { maxLength: 12 }), fc.nat(14), fc.nat(20), (lines, row, column) => {
      completeYaml(schema, lines, row, column);
    }),
  );
});
