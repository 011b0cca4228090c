import * as fc from 'fast-check';
import { checkForm, type Condition, type FieldDefinition, type FormDefinition, inputsOf } from '../index.js';
import { words } from './ask.js';

const lists = {
  few: [
    { value: 'a', label: words('A') },
    { value: 'b', label: words('B') },
    { value: 'c', label: words('C') },
  ],
};
const settings: Record<FieldDefinition['type'], object> = {
  address: { detail: 'optional' },
  checkboxes: { list: 'few' },
  date: { notAfter: 'today' },
  email: {},
  'ethnic-group': {},
  file: { accept: ['application/pdf'], maxMegabytes: 1, maxFiles: 2 },
  'id-number': {},
  money: {},
  name: {},
  nationality: {},
  number: { min: -5, max: 5000 },
  'partial-date': { notBefore: '1950-01-01' },
  phone: {},
  radios: { list: 'few' },
  select: { list: 'few' },
  text: { multiline: true },
  'yes-no': {},
};
const types = Object.keys(settings) as FieldDefinition['type'][];

/** A condition that the answer to a field decides. */
function conditionOn(field: FieldDefinition): fc.Arbitrary<Condition> {
  if (field.type === 'yes-no') return fc.boolean().map((value) => ({ eq: [field.id, value] }));
  if ('list' in field)
    return fc.subarray(['a', 'b', 'c'], { minLength: 1 }).map((values) => ({ in: [field.id, values] }));
  return fc.constant({ answered: field.id });
}

/** A condition on fields before; undefined if there are none to look at, or now and then anyway. */
function arbitraryCondition(before: FieldDefinition[]): fc.Arbitrary<Condition | undefined> {
  const one = before.length === 0 ? fc.constant(undefined) : fc.constantFrom(...before).chain(conditionOn);
  const both = fc
    .tuple(one, one, fc.constantFrom('all', 'any', 'not'))
    .map(([left, right, join]): Condition | undefined => {
      if (!left || !right) return undefined;
      if (join === 'not') return { not: left };
      return join === 'all' ? { all: [left, right] } : { any: [left, right] };
    });
  return fc.oneof(fc.constant(undefined), one, both);
}

/** A form of every type of field with conditions between them; always one that may be published. */
export const arbitraryForm: fc.Arbitrary<FormDefinition> = fc
  .array(fc.array(fc.constantFrom(...types), { minLength: 1, maxLength: 3 }), { minLength: 1, maxLength: 5 })
  .chain((pageTypes) => {
    const known: FieldDefinition[] = [];
    const pages = pageTypes.map((fieldTypes, pageIndex) => {
      const when = arbitraryCondition([...known]);
      const fields = fieldTypes.map((type, index) => {
        const id = `field${pageIndex}x${index}`;
        const field = { id, type, label: words(`Ngày ${id}`), ...settings[type] } as FieldDefinition;
        const before = [...known];
        known.push(field);
        return fc.tuple(arbitraryCondition(before), fc.boolean()).map(([condition, optional]) => ({
          ...field,
          ...(condition && { when: condition }),
          ...(optional && { optional }),
        }));
      });
      return fc.tuple(when, ...fields).map(([condition, ...asked]) => ({
        id: `page-${pageIndex}`,
        title: words('Trang'),
        ...(condition && { when: condition }),
        fields: asked as FieldDefinition[],
      }));
    });
    return fc.tuple(...pages).map((built) => ({ pages: built, lists }) as FormDefinition);
  })
  .filter((form) => checkForm(form).length === 0);

const plausible: Record<FieldDefinition['type'], string[][]> = {
  address: [
    ['01', '00004', 'số 5'],
    ['79', '26734', ''],
    ['01', '26734', 'số 5'],
    ['', '', ''],
  ],
  checkboxes: [['a'], ['b'], ['z'], ['']],
  date: [
    ['1', '2', '2020'],
    ['29', '2', '2024'],
    ['31', '4', '2020'],
    ['1', '1', '2090'],
    ['', '', ''],
  ],
  email: [['lan@example.vn'], ['lan']],
  'ethnic-group': [['01'], ['other'], ['99']],
  file: [[]],
  'id-number': [['001 198 012 345'], ['001198012346'], ['999999999999']],
  money: [['150.000 ₫'], ['0'], ['nhiều']],
  name: [['Lê An'], ["H'Hen  Niê"], ['4']],
  nationality: [['VN'], ['LA'], ['ZZ']],
  number: [['1.500'], ['-5'], ['5001'], ['x']],
  'partial-date': [
    ['', '', '1998'],
    ['', '3', '1998'],
    ['3', '', '1998'],
    ['', '', '1949'],
  ],
  phone: [['+84 912 345 678'], ['0987654321'], ['113']],
  radios: [['a'], ['c'], ['z']],
  select: [['b'], ['c'], ['']],
  text: [[' một\r\nhai '], ['x'], ['']],
  'yes-no': [['yes'], ['no'], ['maybe']],
};

/** What someone types into every input of a form: mostly answers that are right. */
export function arbitraryBody(fields: FieldDefinition[]): fc.Arbitrary<Record<string, string>> {
  const inputs = fields.map((field) =>
    fc
      .oneof(
        { arbitrary: fc.constant(plausible[field.type][0] ?? []), weight: 6 },
        { arbitrary: fc.constantFrom(...plausible[field.type]), weight: 2 },
      )
      .map((typed) => inputsOf(field).map((name, index) => [name, typed[index] ?? ''])),
  );
  return fc.tuple(...inputs).map((entries) => Object.fromEntries(entries.flat()));
}

export const arbitraryFile = fc.record({
  attachment: fc.uuid(),
  name: fc.constant('giấy.pdf'),
  sha256: fc.constant('0'.repeat(64)),
  size: fc.integer({ min: 1, max: 1_048_576 }),
  mediaType: fc.constant('application/pdf'),
});
