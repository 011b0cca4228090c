import { checkAnswers, type FieldDefinition } from './index.js';
import { context, formOf, words } from './testing/ask.js';

const field = (definition: object) => ({ label: words('Nhãn'), ...definition }) as FieldDefinition;

const form = formOf([
  field({ id: 'name', type: 'name' }),
  field({ id: 'phone', type: 'phone', optional: true }),
  field({ id: 'birth', type: 'date', notAfter: 'today', optional: true }),
  field({ id: 'issued', type: 'date', notBefore: 'birth', label: words('Ngày cấp'), optional: true }),
  field({ id: 'place', type: 'address', optional: true }),
]);
const check = (answers: unknown) => {
  const { errors, visible } = checkAnswers(form, answers, context);
  return {
    errors: errors.map(({ field: id, code, part }) => [id, code, part ?? ''].join(' ').trim()),
    visible,
  };
};

describe('answers from the API', () => {
  it('are brought into the form a page would give them', () => {
    expect(check({ name: ' Le\u0302 An ', phone: '+84 912 345 678', birth: '2026-1-5' })).toEqual({
      errors: [],
      visible: { name: 'Lê An', phone: '0912345678', birth: '2026-01-05' },
    });
  });

  it.each([
    [{ name: 5 }, 'name unreadable'],
    [{ name: ['Lê An'] }, 'name unreadable'],
    [{ name: { toString: 'Lê An' } }, 'name unreadable'],
    [{ name: null }, 'name enter'],
    [{ name: 'Lê An', birth: '2026-01-05T00:00:00Z' }, 'birth date-day day'],
    [{ name: 'Lê An', birth: '2026-01-05-06' }, 'birth date-day day'],
    [{ name: 'Lê An', birth: 20260105 }, 'birth unreadable'],
    [{ name: 'Lê An', place: 'Hà Nội' }, 'place unreadable'],
    [{ name: 'Lê An', place: { province: '01', commune: 4, detail: '' } }, 'place address-commune commune'],
  ])('are refused where they are of the wrong kind: %j', (answers, error) => {
    expect(check(answers).errors).toEqual([error]);
  });

  it.each([[null], [undefined], ['text'], [[]], [42], [JSON.parse('{"__proto__": {"name": "Lê An"}}')]])(
    'of %j are no answers at all',
    (answers) => {
      expect(check(answers)).toEqual({ errors: ['name enter'], visible: {} });
    },
  );

  it('to fields the form does not have are dropped', () => {
    expect(check({ name: 'Lê An', admin: true, constructor: 'x' }).visible).toEqual({ name: 'Lê An' });
  });
});

describe('a date bound by another field', () => {
  it('is compared with the answer there, and the sentence names both', () => {
    expect(check({ name: 'Lê An', birth: '2020-05-05', issued: '2020-05-04' }).errors).toEqual([
      'issued date-before-field day',
    ]);
    expect(check({ name: 'Lê An', birth: '2020-05-05', issued: '2020-05-05' }).errors).toEqual([]);
  });

  it('is free while the other is not answered', () => {
    expect(check({ name: 'Lê An', issued: '1990-01-01' }).errors).toEqual([]);
  });
});
