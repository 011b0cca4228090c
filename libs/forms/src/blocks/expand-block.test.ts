import { checkForm, expandForm, type FieldDefinition, type WrittenForm } from '../index.js';
import { words } from '../testing/ask.js';
import { blocks } from './blocks.js';

const ofMother = { vi: 'mẹ', en: 'the mother', fr: 'de la mère' };
const formOf = (...fields: object[]) =>
  ({ pages: [{ id: 'one', title: words('Trang'), fields }] }) as unknown as WrittenForm;
const expanded = (...fields: object[]) =>
  expandForm(formOf(...fields)).pages.flatMap((page): FieldDefinition[] => page.fields);
const found = (...fields: object[]) =>
  checkForm(formOf(...fields)).map(({ path, code }) => `${path} ${code}`);
const mother = { type: 'person', id: 'mother', who: ofMother };

describe('a block', () => {
  it('asks each part in a field of its own, named after the block and labelled with whose it is', () => {
    const [name, birth] = expanded({ ...mother, parts: ['name', 'birthDate'] });
    expect(name).toEqual({
      id: 'motherName',
      type: 'name',
      label: {
        vi: 'Họ, chữ đệm, tên của mẹ',
        en: 'Full name of the mother',
        fr: 'Nom et prénoms de la mère',
      },
    });
    expect(birth).toMatchObject({ id: 'motherBirthDate', type: 'date', notAfter: 'today' });
  });

  it('of every kind asks every part in fields that may be published', () => {
    for (const [type, { parts }] of Object.entries(blocks))
      expect([type, checkForm(formOf({ type, id: 'some', parts: Object.keys(parts) }))]).toEqual([type, []]);
  });

  it('says what a part has otherwise, and drops what belongs to another type', () => {
    const limit = { type: 'partial-date', notAfter: '2026-01-01', label: words('Năm') };
    const [birth] = expanded({ ...mother, parts: ['birthDate'], with: { birthDate: limit } });
    expect(birth).toEqual({ id: 'motherBirthDate', ...limit });
  });

  it('starts from the registers where they know the part', () => {
    const isMother = { eq: ['who', 'mother'] };
    const [name, email] = expanded({
      ...mother,
      parts: ['name', 'email'],
      prefill: 'person',
      prefillWhen: isMother,
      prefillOr: [{ prefill: 'spouse' }],
    });
    expect(name).toMatchObject({
      prefill: 'person.name',
      prefillWhen: isMother,
      prefillOr: [{ prefill: 'spouse.name' }],
    });
    expect(email).not.toHaveProperty('prefill');
  });

  it('is optional as a whole or in parts, and under one condition', () => {
    const when = { answered: 'before' };
    const fields = expanded({ ...mother, parts: ['name', 'sex'], optional: ['sex'], when });
    expect(fields).toMatchObject([{ when }, { when, optional: true }]);
    expect(fields[0]).not.toHaveProperty('optional');
    expect(expanded({ ...mother, parts: ['name'], optional: true })).toMatchObject([{ optional: true }]);
  });

  it('asks Vietnamese for their number and others for a passport, where it asks for both', () => {
    const isVietnamese = { eq: ['motherNationality', 'VN'] };
    const when = { answered: 'before' };
    const both = ['nationality', 'idNumber', 'passportNumber'];
    expect(expanded({ ...mother, parts: both, when })).toMatchObject([
      { when },
      { when: { all: [when, isVietnamese] } },
      { when: { all: [when, { not: isVietnamese }] } },
    ]);
    expect(expanded({ ...mother, parts: ['nationality', 'idNumber'] })[1]).not.toHaveProperty('when');
  });

  it('is not seen in what is published: expanding again changes nothing', () => {
    const once = expandForm(formOf({ ...mother, parts: ['name', 'sex', 'residenceKind'] }));
    expect(expandForm(once)).toEqual(once);
    expect(Object.keys(once.lists ?? {})).toEqual(['sexes', 'residenceKinds']);
  });
});

describe('a list that ships', () => {
  const sex = { id: 'sex', type: 'radios', list: 'sexes', label: words('Giới tính') };

  it('is written into the form that names it', () => {
    const { lists } = expandForm(formOf(sex));
    expect(lists?.sexes?.map(({ value }) => value)).toEqual(['female', 'male']);
    expect(checkForm(formOf(sex))).toEqual([]);
  });

  it('makes way for a list of that name in the form', () => {
    const own = [{ value: 'x', label: words('X') }];
    expect(expandForm({ ...formOf(sex), lists: { sexes: own } }).lists).toEqual({ sexes: own });
  });
});

describe('what is wrong in a block', () => {
  it.each([
    [{ ...mother, parts: ['nmae'] }, '/pages/0/fields/0/parts/0 value-unknown'],
    [{ ...mother }, '/pages/0/fields/0 property-missing'],
    [{ ...mother, parts: [] }, '/pages/0/fields/0/parts property-wrong'],
    [{ ...mother, parts: ['name'], who: { vi: 'mẹ', en: 'her' } }, '/pages/0/fields/0/who/fr text-missing'],
    [{ ...mother, parts: ['name'], with: { name: { hnit: 1 } } }, '/pages/0/fields/0 property-unknown'],
    [{ ...mother, parts: ['name'], with: { sexx: {} } }, '/pages/0/fields/0/with value-unknown'],
    [{ ...mother, parts: ['name'], when: { answered: 'no' } }, '/pages/0/fields/0 condition-field-unknown'],
    [{ type: 'persn', id: 'a', parts: ['name'] }, '/pages/0/fields/0 type-unknown'],
  ])('%#: %j gives %s', (block, finding) => {
    expect(found(block)).toContain(finding);
  });

  it('is found where it was written, also behind other blocks', () => {
    const twice = { ...mother, parts: ['name', 'sex'] };
    expect(found(twice, twice)).toEqual([
      '/pages/0/fields/1 field-id-repeated',
      '/pages/0/fields/1 field-id-repeated',
    ]);
    const name = { id: 'a', type: 'name', label: words('A'), when: { answered: 'b' } };
    expect(found(twice, name)).toEqual(['/pages/0/fields/1/when condition-field-unknown']);
  });
});
