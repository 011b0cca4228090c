import { choicesOf, type FieldDefinition } from '../index.js';
import { ask, formOf, words } from '../testing/ask.js';

const sexes = [
  { value: 'female', label: words('Nữ') },
  { value: 'male', label: words('Nam') },
];

function choices(type: 'ethnic-group' | 'nationality', language: 'vi' | 'en' | 'fr') {
  const field = { id: 'x', type, label: words('Nhãn') } as FieldDefinition;
  return choicesOf(language, formOf([field]), field, {});
}

describe('one of a list', () => {
  it.each(['radios', 'select'] as const)('%s takes what is in the list and shows its words', (type) => {
    expect(ask({ type, list: 'sexes' }, { x: 'male' }, { sexes })).toMatchObject({
      answer: 'male',
      errors: [],
      shown: 'Nam',
    });
    expect(ask({ type, list: 'sexes' }, { x: 'constructor' }, { sexes }).errors).toEqual(['choice-unknown']);
    expect(ask({ type, list: 'sexes' }, {}, { sexes }).sentences).toEqual(['Chọn nhãn']);
  });

  it('offers and takes a choice only while its condition holds', () => {
    const known: FieldDefinition = { id: 'known', type: 'yes-no', label: words('Biết?') };
    const kind: FieldDefinition = { id: 'kind', type: 'radios', list: 'kinds', label: words('Loại') };
    const kinds = [
      { value: 'some', label: words('Có') },
      { value: 'none', label: words('Không'), when: { eq: ['known', false] as [string, unknown] } },
    ];
    const form = formOf([known, kind], { kinds });
    expect(choicesOf('vi', form, kind, { known: true })).toEqual([{ value: 'some', label: 'Có' }]);
    expect(choicesOf('vi', form, kind, { known: false }).map(({ value }) => value)).toEqual(['some', 'none']);
    expect(ask({ type: 'radios', list: 'kinds' }, { x: 'none' }, { kinds }).errors).toEqual([
      'choice-unknown',
    ]);
  });
});

describe('checkboxes', () => {
  it('are any of a list, none twice', () => {
    expect(
      ask({ type: 'checkboxes', list: 'sexes' }, { x: ['', 'male', 'female', 'male'] }, { sexes }),
    ).toMatchObject({
      answer: ['male', 'female'],
      errors: [],
      shown: 'Nam; Nữ',
    });
  });

  it('may be one that came as a single string', () => {
    expect(ask({ type: 'checkboxes', list: 'sexes' }, { x: 'male' }, { sexes }).answer).toEqual(['male']);
  });

  it('all empty are no answer', () => {
    expect(ask({ type: 'checkboxes', list: 'sexes' }, { x: '' }, { sexes }).errors).toEqual(['choose-many']);
    expect(ask({ type: 'checkboxes', list: 'sexes', optional: true }, { x: '' }, { sexes }).errors).toEqual(
      [],
    );
  });
});

describe('yes or no', () => {
  it('is a boolean', () => {
    expect(ask({ type: 'yes-no' }, { x: 'yes' })).toMatchObject({ answer: true, errors: [], shown: 'Có' });
    expect(ask({ type: 'yes-no' }, { x: 'no' })).toMatchObject({ answer: false, errors: [], shown: 'Không' });
  });

  it('is asked for, and nothing else is taken for it', () => {
    expect(ask({ type: 'yes-no' }, {}).sentences).toEqual(['Chọn “Có” hoặc “Không” cho câu “Nhãn”']);
    expect(ask({ type: 'yes-no' }, { x: 'true' }).errors).toEqual(['answer-yes-no']);
  });
});

describe('lists that everyone shares', () => {
  it('have 54 ethnic groups and "other"', () => {
    const groups = choices('ethnic-group', 'vi');
    expect(groups).toHaveLength(55);
    expect(groups[0]).toEqual({ value: '01', label: 'Kinh' });
    expect(groups[53]).toEqual({ value: '54', label: 'Rơ-măm' });
    expect(ask({ type: 'ethnic-group' }, { x: '12' })).toMatchObject({ errors: [], shown: 'Ê-đê' });
    expect(ask({ type: 'ethnic-group' }, { x: '55' }).errors).toEqual(['choice-unknown']);
  });

  it('have every country, Việt Nam first, in the language that is read', () => {
    expect(choices('nationality', 'vi')).toHaveLength(249);
    expect(new Set(choices('nationality', 'en').map(({ label }) => label)).size).toBe(249);
    expect(choices('nationality', 'fr')[0]?.value).toBe('VN');
    expect(choices('nationality', 'fr').find(({ value }) => value === 'DE')?.label).toBe('Allemagne');
    expect(ask({ type: 'nationality' }, { x: 'FR' })).toMatchObject({ errors: [], shown: 'Pháp' });
    expect(ask({ type: 'nationality' }, { x: 'XX' }).errors).toEqual(['choice-unknown']);
  });
});
