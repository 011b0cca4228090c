import { type FieldDefinition, type PageDefinition, prefillKey, prefillPage } from './index.js';
import { words } from './testing/ask.js';

const motherName: FieldDefinition = {
  id: 'motherName',
  type: 'name',
  label: words('Tên mẹ'),
  prefill: 'person.name',
  prefillWhen: { eq: ['relationship', 'mother'] },
  prefillOr: [{ prefill: 'spouse.name', prefillWhen: { eq: ['relationship', 'father'] } }],
};
const place: FieldDefinition = {
  id: 'place',
  type: 'address',
  detail: 'none',
  label: words('Nơi nộp'),
  prefill: 'person.residence',
};
const page: PageDefinition = { id: 'mother', title: words('Mẹ'), fields: [motherName, place] };
const register = new Map<string, unknown>([
  ['person.name', 'TRAN THI LAN'],
  ['spouse.name', ' Lê\u00a0An'],
  ['person.residence', { province: '01', commune: '00004', detail: 'số 5' }],
]);
const valueOf = (key: string) => register.get(key);

describe('taking answers from the registers', () => {
  it('asks for the person who the answers say it is', () => {
    expect(prefillKey(motherName, { relationship: 'mother' })).toBe('person.name');
    expect(prefillKey(motherName, { relationship: 'father' })).toBe('spouse.name');
    expect(prefillKey(motherName, { relationship: 'carer' })).toBeUndefined();
  });

  it('fits the value into the field and tells where it came from', () => {
    expect(prefillPage(page, { relationship: 'father' }, valueOf)).toEqual({
      motherName: { key: 'spouse.name', answer: 'Lê An' },
      place: { key: 'person.residence', answer: { province: '01', commune: '00004', detail: '' } },
    });
  });

  it('never replaces an answer, and leaves out what the registers do not know', () => {
    const answers = { relationship: 'mother', motherName: 'Trần Thị Lan' };
    expect(prefillPage(page, answers, () => undefined)).toEqual({});
    expect(prefillPage(page, {}, () => 5)).toEqual({});
    expect(Object.keys(prefillPage(page, answers, valueOf))).toEqual(['place']);
  });
});
