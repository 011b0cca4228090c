import { checkForm, formFindingWords, type FormDefinition } from './index.js';
import { words } from './testing/ask.js';

const field = (id: string, more: object = {}) => ({ id, type: 'name', label: words(id), ...more });
const page = (id: string, fields: object[], more: object = {}) => ({ id, title: words(id), fields, ...more });
const kinds = [
  { value: 'a', label: words('A') },
  { value: 'b', label: words('B') },
];
const found = (form: object) =>
  checkForm(form).map((finding) => {
    for (const language of ['vi', 'en', 'fr'] as const)
      expect(formFindingWords(finding, language)).not.toMatch(/^[a-z-]+$|\{\{/u);
    return `${finding.path} ${finding.code}`;
  });

describe('checking a form before it is published', () => {
  it('finds nothing in a form that is right', () => {
    const form = {
      pages: [
        page('first', [
          field('kind', { type: 'radios', list: 'kinds' }),
          field('sure', { type: 'yes-no', when: { eq: ['kind', 'a'] } }),
          field('birth', { type: 'date', notAfter: 'today' }),
        ]),
        page('second', [field('issued', { type: 'date', notBefore: 'birth', notAfter: '2099-12-31' })], {
          when: { any: [{ not: { answered: 'sure' } }, { in: ['sure', [true]] }] },
        }),
      ],
      lists: { kinds },
    } satisfies { pages: object[]; lists: FormDefinition['lists'] };
    expect(checkForm(form)).toEqual([]);
  });

  it.each([
    [[field('a'), field('a')], '/pages/0/fields/1/id field-id-repeated'],
    [[field('Child-name')], '/pages/0/fields/0/id field-id-not-camel-case'],
    [[field('constructor')], '/pages/0/fields/0/id field-id-reserved'],
    [[field('a', { when: { eq: ['b', 1] } })], '/pages/0/fields/0/when condition-field-unknown'],
    [[field('a', { when: { eq: ['b', 1] } }), field('b')], '/pages/0/fields/0/when condition-looks-forward'],
    [[field('a', { when: { answered: 'a' } })], '/pages/0/fields/0/when condition-looks-forward'],
    [
      [field('a', { prefill: 'person.name', prefillWhen: { answered: 'b' } }), field('b')],
      '/pages/0/fields/0/prefillWhen condition-looks-forward',
    ],
    [
      [field('a', { prefillOr: [{ prefill: 'person.name', prefillWhen: { answered: 'b' } }] }), field('b')],
      '/pages/0/fields/0/prefillOr/0/prefillWhen condition-looks-forward',
    ],
    [
      [field('a', { type: 'yes-no' }), field('b', { when: { eq: ['a', 'yes'] } })],
      '/pages/0/fields/1/when condition-value-unknown',
    ],
    [
      [field('a', { type: 'nationality' }), field('b', { when: { not: { in: ['a', ['VN', 'XX']] } } })],
      '/pages/0/fields/1/when condition-value-unknown',
    ],
    [[field('a', { type: 'select', list: 'kind' })], '/pages/0/fields/0/list list-unknown'],
    [[field('a', { type: 'select', list: 'constructor' })], '/pages/0/fields/0/list list-unknown'],
    [
      [field('a', { type: 'select', list: 'constructor' }), field('b', { when: { eq: ['a', 'name'] } })],
      '/pages/0/fields/1/when condition-value-unknown',
    ],
    [[field('a', { type: 'date', notAfter: 'tomorrow' })], '/pages/0/fields/0/notAfter limit-field-unknown'],
    [
      [field('a', { type: 'date', notAfter: '2026-02-30' })],
      '/pages/0/fields/0/notAfter limit-field-unknown',
    ],
    [
      [field('a', { type: 'date', notBefore: 'b' }), field('b', { type: 'date' })],
      '/pages/0/fields/0/notBefore limit-looks-forward',
    ],
    [
      [field('a'), field('b', { type: 'date', notBefore: 'a' })],
      '/pages/0/fields/1/notBefore limit-not-a-date',
    ],
    [[field('a', { type: 'nmae' })], '/pages/0/fields/0 type-unknown'],
    [[field('a', { optinal: true })], '/pages/0/fields/0 property-unknown'],
    [[field('a', { type: 'file' })], '/pages/0/fields/0 property-missing'],
    [[field('a', { maxLength: 0 })], '/pages/0/fields/0/maxLength property-wrong'],
    [[field('a', { label: { vi: 'A', en: 'A' } })], '/pages/0/fields/0/label/fr text-missing'],
    [[field('a', { hint: { vi: 'A', en: ' ', fr: 'A' } })], '/pages/0/fields/0/hint/en text-missing'],
    [[field('a', { when: { eq: ['a', 1], in: ['a', [1]] } })], '/pages/0/fields/0/when property-wrong'],
    [[], '/pages/0/fields property-wrong'],
  ])('%#: %j gives %s', (fields, finding) => {
    expect(found({ pages: [page('first', fields)], lists: { kinds } })).toContain(finding);
  });

  it('finds pages that cannot be told apart or addressed', () => {
    const pages = [page('one', [field('a')]), page('one', [field('b')]), page('Two!', [field('c')])];
    expect(found({ pages })).toEqual(['/pages/1/id page-id-repeated', '/pages/2/id page-id-not-kebab-case']);
  });

  it('finds a page that waits for an answer of a later one', () => {
    const pages = [page('one', [field('a')], { when: { answered: 'b' } }), page('two', [field('b')])];
    expect(found({ pages })).toEqual(['/pages/0/when condition-looks-forward']);
  });

  it('finds what is wrong in a list', () => {
    const lists = { kinds: [...kinds, { ...kinds[0], when: { answered: 'later' } }] };
    const fields = [field('kind', { type: 'radios', list: 'kinds' }), field('later')];
    expect(found({ pages: [page('one', fields)], lists })).toEqual([
      '/lists/kinds/2/when condition-looks-forward',
      '/lists/kinds/2/value list-value-repeated',
    ]);
  });

  it.each([
    [null],
    [undefined],
    ['form'],
    [{}],
    [{ pages: {} }],
    [{ pages: [null] }],
    [{ pages: [{ fields: [1] }] }],
  ])('answers %j with findings, not with a crash', (form) => {
    expect(checkForm(form).length).toBeGreaterThan(0);
  });
});
