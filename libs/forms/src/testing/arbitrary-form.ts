import * as fc from 'fast-check';
import {
  checkForm,
  type Condition,
  type FieldDefinition,
  type FormDefinition,
  innerFields,
  inputsOf,
  type Typed,
} from '../index.js';
import { words } from './ask.js';
import { plausible } from './plausible.js';

const lists = {
  few: [
    { value: 'a', label: words('A') },
    { value: 'b', label: words('B') },
    { value: 'c', label: words('C') },
  ],
};
const settings: Record<FieldDefinition['type'], object> = {
  address: { detail: 'optional' },
  agency: { authority: 'commune', body: 'police' },
  checkboxes: { list: 'few' },
  date: { notAfter: 'today', ageBelow: 70 },
  email: {},
  'ethnic-group': {},
  file: { accept: ['application/pdf'], maxMegabytes: 1, maxFiles: 2 },
  'former-address': { detail: 'none' },
  'id-number': {},
  money: {},
  name: {},
  nationality: {},
  number: { min: -5, max: 5000 },
  'partial-date': { notBefore: '1950-01-01' },
  phone: {},
  radios: { list: 'few' },
  repeat: { item: words('Người'), max: 3 },
  select: { list: 'few' },
  table: { item: words('Hàng'), max: 4 },
  text: { multiline: true },
  'yes-no': {},
};
const types = Object.keys(settings) as FieldDefinition['type'][];

/** What is asked of each item, with ids of their own in the form: a table's columns, a repeat's questions. */
function inside(type: FieldDefinition['type'], id: string): object {
  const field = (name: string, innerType: FieldDefinition['type'], more: object = {}) => ({
    id: `${id}${name}`,
    type: innerType,
    label: words(`Ngày ${name}`),
    ...settings[innerType],
    ...more,
  });
  if (type === 'table')
    return {
      fields: [field('Name', 'name'), field('Count', 'number', { optional: true }), field('Kind', 'select')],
    };
  if (type !== 'repeat') return {};
  const when = { eq: [`${id}Sure`, true] };
  return {
    fields: [
      field('Sure', 'yes-no'),
      field('Day', 'date', { when }),
      field('Text', 'text', { optional: true }),
    ],
  };
}

/** A repeat whose last question depends on what was answered before the items, and on the first of its own. */
function lookingOut(field: FieldDefinition, condition: Condition): object {
  if (field.type !== 'repeat') return {};
  const own: Condition = { eq: [`${field.id}Sure`, true] };
  return {
    fields: field.fields.map((inner, index) =>
      index === 2 ? { ...inner, when: { any: [condition, own] } } : inner,
    ),
  };
}

/** A condition that the answer to a field decides. */
function conditionOn(field: FieldDefinition): fc.Arbitrary<Condition> {
  if (field.type === 'yes-no') return fc.boolean().map((value) => ({ eq: [field.id, value] }));
  if (field.type === 'repeat' || field.type === 'table')
    return fc.constantFrom(1, 2).map((count) => ({ atLeast: [field.id, count] }));
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

function aloneIfRepeated(fieldTypes: FieldDefinition['type'][]): FieldDefinition['type'][] {
  return fieldTypes.includes('repeat') ? ['repeat'] : fieldTypes;
}

/** A form of every type of field with conditions between them; always one that may be published. */
export const arbitraryForm: fc.Arbitrary<FormDefinition> = fc
  .array(fc.array(fc.constantFrom(...types), { minLength: 1, maxLength: 3 }), { minLength: 1, maxLength: 5 })
  .chain((pageTypes) => {
    const known: FieldDefinition[] = [];
    const pages = pageTypes.map(aloneIfRepeated).map((fieldTypes, pageIndex) => {
      const when = arbitraryCondition([...known]);
      const fields = fieldTypes.map((type, index) => {
        const id = `field${pageIndex}x${index}`;
        const field = {
          id,
          type,
          label: words(`Ngày ${id}`),
          ...settings[type],
          ...inside(type, id),
        } as FieldDefinition;
        const before = [...known];
        known.push(field);
        return fc
          .tuple(arbitraryCondition(before), fc.boolean(), arbitraryCondition(before))
          .map(([condition, optional, inItem]) => ({
            ...field,
            ...(inItem && lookingOut(field, inItem)),
            ...(condition && { when: condition }),
            ...(optional && { optional }),
          }));
      });
      const section = fc.constantFrom(undefined, words('Phần một'), words('Phần hai'));
      return fc.tuple(when, section, ...fields).map(([condition, named, ...asked]) => ({
        id: `page-${pageIndex}`,
        title: words('Trang'),
        ...(named && { section: named }),
        ...(condition && { when: condition }),
        fields: asked as FieldDefinition[],
      }));
    });
    return fc.tuple(...pages).map((built) => ({ pages: built, lists }) as FormDefinition);
  })
  .filter((form) => checkForm(form).length === 0);

/** What someone types into every input of a form: mostly answers that are right. */
export function arbitraryBody(fields: FieldDefinition[]): fc.Arbitrary<Record<string, string>> {
  const inputs = fields.map((field): fc.Arbitrary<string[][]> => {
    if (innerFields(field).length > 0) return arbitraryRows(field);
    return fc
      .oneof(
        { arbitrary: fc.constant(plausible[field.type][0] ?? []), weight: 6 },
        { arbitrary: fc.constantFrom(...plausible[field.type]), weight: 2 },
      )
      .map((typed) => inputsOf(field).map((name, index) => [name, typed[index] ?? '']));
  });
  return fc.tuple(...inputs).map((entries) => Object.fromEntries(entries.flat()));
}

/** The questions of the n-th item under names of their own; those of a table are its inputs. */
const row = (field: FieldDefinition, index: number) =>
  innerFields(field).map((inner) => ({ ...inner, id: `${field.id}-${index}-${inner.id}` }));

/** Some of the first three items filled in, others left empty. */
function arbitraryRows(field: FieldDefinition): fc.Arbitrary<string[][]> {
  const rows = [0, 1, 2].map((index) => {
    const cells = row(field, index);
    const empty = cells.flatMap(inputsOf).map((name) => [name, '']);
    return fc.oneof(
      { arbitrary: arbitraryBody(cells).map((body) => Object.entries(body)), weight: 2 },
      fc.constant(empty),
    );
  });
  return fc.tuple(...rows).map((entries) => entries.flat());
}

/** What is typed on the pages of the items of a repeat; of an item left empty there is no page. */
export function itemBodies(field: FieldDefinition, body: Typed): Typed[] {
  return [0, 1, 2]
    .map((index) =>
      Object.fromEntries(
        innerFields(field).flatMap((inner, at) => {
          const names = inputsOf(inner);
          return inputsOf(row(field, index)[at] as FieldDefinition).map((name, n) => [
            names[n],
            body[name] ?? '',
          ]);
        }),
      ),
    )
    .filter((typed) => Object.values(typed).some((value) => value !== ''));
}

export const arbitraryFile = fc.record({
  attachment: fc.uuid(),
  name: fc.constant('giấy.pdf'),
  sha256: fc.constant('0'.repeat(64)),
  size: fc.integer({ min: 1, max: 1_048_576 }),
  mediaType: fc.constant('application/pdf'),
});
