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
