import { checkAnswers, type FormDefinition, noPlaces } from '#lib/forms';
import { supplementForm } from './supplement-form.js';

const words = (text: string) => ({ vi: text, en: text, fr: text });
const form: FormDefinition = {
  pages: [
    { id: 'one', title: words('1'), fields: [{ id: 'abroad', type: 'yes-no', label: words('a') }] },
    {
      id: 'two',
      title: words('2'),
      fields: [
        {
          id: 'members',
          type: 'repeat',
          item: words('Người'),
          label: words('b'),
          fields: [
            { id: 'memberName', type: 'name', label: words('c') },
            { id: 'memberPassport', type: 'text', label: words('d'), when: { eq: ['abroad', true] } },
          ],
        },
      ],
    },
  ],
};

test('items that are asked for again keep what depended on answers that are not', () => {
  const asked = supplementForm(form, [{ kind: 'field', id: 'members', reason: 'Thiếu một người' }]);
  const members = [{ memberName: 'Lan', memberPassport: 'B1' }, { memberName: 'An' }];
  const context = { today: '2026-11-22', ...noPlaces };
  expect(checkAnswers(asked, { members }, context)).toEqual({ errors: [], visible: { members } });
});

test('a date of birth is not bound again by the age that was to be had when it was filed', () => {
  const born: FormDefinition = {
    pages: [
      {
        id: 'child',
        title: words('1'),
        fields: [
          { id: 'born', type: 'date', label: words('a'), notAfter: 'today', ageBelow: 6, optional: true },
        ],
      },
    ],
  };
  const asked = supplementForm(born, [{ kind: 'field', id: 'born', reason: 'Nhầm năm' }]);
  const errors = (today: string) =>
    checkAnswers(asked, { born: '2020-11-01' }, { today, ...noPlaces }).errors;
  expect(errors('2026-11-22')).toEqual([]);
  expect(errors('2020-10-31')).toHaveLength(1);
});
