import * as fc from 'fast-check';
import { arbitraryForm } from './arbitrary-form.js';
import { words } from './ask.js';

type Node = Record<string, unknown> | unknown[];

/** What a designer writes shorter: blocks, one of them asked of each item, and shared lists. */
const withBlocks = {
  id: 'blocks',
  title: words('Khối'),
  fields: [
    {
      type: 'person',
      id: 'mother',
      who: words('mẹ'),
      parts: ['name', 'birthDate', 'nationality', 'idNumber', 'passportNumber'],
      with: { birthDate: { type: 'partial-date', notAfter: 'today' } },
      optional: ['birthDate'],
    },
    { type: 'vehicle', id: 'car', parts: ['kind', 'colour'], when: { answered: 'motherName' } },
  ],
};
const withItems = {
  id: 'items',
  title: words('Mục'),
  fields: [
    {
      type: 'repeat',
      id: 'children',
      item: words('Con'),
      label: words('Các con'),
      fields: [
        { type: 'person', id: 'child', parts: ['name', 'sex'] },
        { type: 'select', id: 'childPaper', label: words('Giấy tờ'), list: 'identityPapers' },
      ],
    },
  ],
};

/** What somebody writes by mistake where something else belongs. */
const mistakes: unknown[] = [
  null,
  '',
  'toString',
  '__proto__',
  'person',
  'repeat',
  'table',
  'field0x0',
  'motherName',
  'today',
  0,
  -1,
  1e308,
  true,
  [],
  [[]],
  {},
  { answered: 'field0x0' },
  { all: [] },
  { not: { not: { atLeast: ['children', 1] } } },
  { vi: 'A' },
  withBlocks,
  withItems.fields[0],
];

/** A form definition in which up to four things were left out, put elsewhere, written twice or mistaken. */
export const nearlyRight: fc.Arbitrary<unknown> = fc
  .tuple(
    arbitraryForm,
    fc.array(
      fc.record({
        place: fc.nat(),
        taken: fc.nat(),
        kind: fc.constantFrom('drop', 'mistake', 'copy', 'rename', 'twice'),
        mistake: fc.constantFrom(...mistakes),
      }),
      { maxLength: 4 },
    ),
  )
  .map(([form, changes]) => {
    const root = structuredClone({ ...form, pages: [...form.pages, withBlocks, withItems] }) as Node;
    for (const { place, taken, kind, mistake } of changes) {
      const slots = slotsIn(root);
      const [node, key] = slots[place % slots.length] ?? [];
      if (!node || key === undefined) continue;
      if (kind === 'mistake') put(node, key, structuredClone(mistake));
      if (kind === 'copy') put(node, key, structuredClone(valueAt(slots[taken % slots.length])));
      if (kind === 'rename') put(node, `${key}s`, valueAt([node, key]));
      if (kind === 'twice' && Array.isArray(node)) node.push(structuredClone(valueAt([node, key])));
      if (kind === 'drop' || kind === 'rename') drop(node, key);
    }
    return root;
  });

type Slot = [node: Node, key: string];

function slotsIn(node: Node): Slot[] {
  return Object.entries(node).flatMap(([key, value]): Slot[] => [
    [node, key],
    ...(typeof value === 'object' && value !== null ? slotsIn(value as Node) : []),
  ]);
}

function valueAt(slot: Slot | undefined): unknown {
  return slot && (slot[0] as Record<string, unknown>)[slot[1]];
}

function put(node: Node, key: string, value: unknown): void {
  (node as Record<string, unknown>)[key] = value;
}

function drop(node: Node, key: string): void {
  if (Array.isArray(node)) node.splice(Number(key), 1);
  else delete node[key];
}
