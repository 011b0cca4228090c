import { shippedCodes, shippedText } from '#lib/catalogue';
import { assert, constantFrom, property, string } from 'fast-check';
import { parse } from 'yaml';
import { smallDefinition } from '../draft/designers.fixture.js';
import { changeItems, type ItemChange } from './change-items.js';
import { itemListsIn } from './item-lists.js';

const small = smallDefinition('9.770610');
const listAt = (text: string, path: string) => {
  const list = itemListsIn(text).find((each) => each.path === path);
  if (!list) throw new Error(`No list ${path}`);
  return list;
};
const lines = (text: string) => text.split('\n').toSorted();

test('the lists of a definition are its papers, the pages, their fields, and what can be chosen', () => {
  const lists = itemListsIn(shippedText('1.004873') ?? '');
  expect(lists.map(({ path, kind }) => `${kind} ${path}`).slice(0, 4)).toEqual([
    'paper papers',
    'option form/lists/forWhom',
    'option form/lists/periods',
    'option form/lists/certificatePurposes',
  ]);
  expect(listAt(shippedText('1.004873') ?? '', 'papers').items.map(({ name }) => name)).toEqual([
    'formerCertificate',
    'foreignPaper',
    'authorisation',
  ]);
});

test.each(shippedCodes().filter((_, nth) => nth % 12 === 0))(
  'moved down and up again, every item of %s is where it was, letter by letter',
  (code) => {
    const text = shippedText(code) ?? '';
    for (const { path, items } of itemListsIn(text))
      for (const index of new Set([0, items.length - 2])) {
        const down = changeItems(text, listAt(text, path), { act: 'down', index });
        // What another item refers to cannot stand behind it.
        if (down === undefined) continue;
        expect(lines(down)).toEqual(lines(text));
        expect(changeItems(down, listAt(down, path), { act: 'up', index: index + 1 })).toBe(text);
      }
  },
);

test.each(shippedCodes().filter((_, nth) => nth % 12 === 0))(
  'made optional and required again, every question of %s is as it was, and nothing else changes',
  (code) => {
    const text = shippedText(code) ?? '';
    const fields = itemListsIn(text).filter(({ kind }) => kind === 'field');
    for (const { path, items } of fields.slice(0, 6)) {
      const act = items[0]?.optional ? 'required' : 'optional';
      const changed = changeItems(text, listAt(text, path), { act, index: 0 });
      // One that is named to be used elsewhere too is left to the text.
      if (changed === undefined) continue;
      expect(listAt(changed, path).items[0]?.optional).toBe(act === 'optional');
      const back = act === 'optional' ? 'required' : 'optional';
      const again = changeItems(changed, listAt(changed, path), { act: back, index: 0 });
      if (act === 'optional') expect(again).toBe(text);
      expect(parse(again ?? '')).toEqual(parse(text));
    }
  },
);

test('a question on one line and one on several are made optional', () => {
  const path = 'form/pages/1/fields';
  const one = changeItems(small, listAt(small, path), { act: 'optional', index: 0 });
  expect(one).toBe(small.replace('{ id: hives,', '{ id: hives, optional: true,'));
  const several = small.replace(
    /- \{ id: hives, type: number, min: 1/,
    '- id: hives # how many\n          type: number\n          x: { y: 1',
  );
  const changed = changeItems(several, listAt(several, path), { act: 'optional', index: 0 });
  expect(changed).toBe(several.replace('# how many\n', '# how many\n          optional: true\n'));
});

test('whatever is added stands at the end as it was said, and taken out again leaves the text as it was', () => {
  const words = string({ unit: 'grapheme' });
  assert(
    property(constantFrom('form/pages/1/fields', 'form/pages', 'papers'), words, words, (path, id, vi) => {
      const item = { id, title: { vi, en: vi, fr: 'a, b: c' }, required: true };
      const added = changeItems(small, listAt(small, path), { act: 'add', item });
      const at = path
        .split('/')
        .reduce((node, step) => (node as Record<string, unknown>)[step], parse(added ?? ''));
      expect((at as unknown[]).at(-1)).toEqual(item);
      const index = (at as unknown[]).length - 1;
      const back = changeItems(added ?? '', listAt(added ?? '', path), { act: 'remove', index });
      expect(back).toBe(small);
    }),
    { numRuns: 40 },
  );
});

test('the comment over an item goes with it, one beside the list stays', () => {
  const text =
    'papers:\n  # of a\n  - id: a # A\n    required: true\n\n  # of b\n  - { id: b }\n# after\nx: 1\n';
  const moved = changeItems(text, listAt(text, 'papers'), { act: 'up', index: 1 });
  expect(moved).toBe(
    'papers:\n  # of b\n  - { id: b }\n\n  # of a\n  - id: a # A\n    required: true\n# after\nx: 1\n',
  );
  expect(changeItems(text, listAt(text, 'papers'), { act: 'remove', index: 0 })).toBe(
    'papers:\n  # of b\n  - { id: b }\n# after\nx: 1\n',
  );
});

test.each<[string, string, ItemChange]>([
  [
    'what another refers to by name',
    'papers:\n  - { id: a, when: &w 1 }\n  - { id: b, when: *w }\n',
    { act: 'remove', index: 0 },
  ],
  ['the first, upwards', 'papers:\n  - { id: a }\n  - { id: b }\n', { act: 'up', index: 0 }],
  ['the last, downwards', 'papers:\n  - { id: a }\n  - { id: b }\n', { act: 'down', index: 1 }],
  ['one there is not', 'papers:\n  - { id: a }\n', { act: 'remove', index: 7 }],
])('%s is not changed', (_, text, change) => {
  expect(changeItems(text, listAt(text, 'papers'), change)).toBeUndefined();
});
