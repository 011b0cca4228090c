import {
  type Answers,
  checkAnswers,
  checkForm,
  checkPage,
  compileSchema,
  displayAnswer,
  errorSentence,
  expandForm,
  type FormDefinition,
  itemPage,
  itemsOf,
  mergePage,
  type PageDefinition,
  type RepeatField,
  readPage,
  typedOf,
  visibleAnswers,
  visiblePages,
  withItem,
  withoutItem,
} from './index.js';
import { context, places, words } from './testing/ask.js';

const label = (vi: string) => ({ vi, en: vi, fr: vi });
const person = { vi: 'Người', en: 'Person', fr: 'Personne' };
const form = expandForm({
  pages: [
    {
      id: 'start',
      title: words('1'),
      fields: [{ id: 'abroad', type: 'yes-no', label: label('Ở nước ngoài') }],
    },
    {
      id: 'members',
      title: words('2'),
      fields: [
        {
          id: 'members',
          type: 'repeat',
          item: person,
          label: label('Người cùng đi'),
          max: 3,
          fields: [
            { id: 'memberName', type: 'name', label: label('Họ tên') },
            { id: 'memberAdult', type: 'yes-no', label: label('Đã thành niên') },
            {
              id: 'memberIdNumber',
              type: 'id-number',
              label: label('Số định danh'),
              when: { all: [{ eq: ['memberAdult', true] }, { eq: ['abroad', false] }] },
            },
          ],
        },
      ],
    },
    {
      id: 'plots',
      title: words('3'),
      fields: [
        {
          id: 'plots',
          type: 'table',
          item: { vi: 'Thửa', en: 'Plot', fr: 'Parcelle' },
          label: label('Các thửa đất'),
          max: 4,
          fields: [
            { id: 'plotNumber', type: 'text', label: label('Số thửa'), maxLength: 5 },
            { id: 'plotArea', type: 'number', label: label('Diện tích'), decimals: 1 },
          ],
        },
      ],
    },
    {
      id: 'several',
      title: words('4'),
      when: { atLeast: ['members', 2] },
      fields: [{ id: 'leader', type: 'name', label: label('Trưởng đoàn') }],
    },
  ],
});
const page = (id: string) => form.pages.find((each) => each.id === id) as PageDefinition;
const members = page('members').fields[0] as RepeatField;
const lan = { memberName: 'Lê Thị Lan', memberAdult: true, memberIdNumber: '034197008816' };
const bao = { memberName: 'Trần Gia Bảo', memberAdult: false };
const plots = [{ plotNumber: '12', plotArea: 120.5 }];
const whole = (more: Answers): Answers => ({ abroad: false, members: [lan], plots, ...more });
const wrong = (answers: unknown) =>
  checkAnswers(form, answers, context).errors.map((error) => errorSentence('vi', form, error));
const ids = (answers: Answers) => visiblePages(form, answers).map(({ id }) => id);
const read = (typed: Record<string, string>) => readPage(page('plots'), typed);
const found = (field: object, ...beside: object[]) =>
  checkForm({
    pages: [
      {
        id: 'p',
        title: words('P'),
        fields: [{ id: 'a', label: words('A'), item: person, ...field }, ...beside],
      },
    ],
  } as unknown as FormDefinition).map(({ path, code }) => `${path} ${code}`);

describe('what is asked several times over', () => {
  it('can be published, and is filed as a list of items', () => {
    expect(checkForm(form)).toEqual([]);
    const answers = whole({ members: [lan, bao], leader: 'Lê Thị Lan' });
    expect(checkAnswers(form, answers, context)).toEqual({ errors: [], visible: answers });
  });

  it('is asked further by how many there are', () => {
    expect(ids(whole({}))).not.toContain('several');
    expect(ids(whole({ members: [lan, bao] }))).toContain('several');
  });

  it('names the item and the question in what is wrong', () => {
    expect(wrong(whole({ members: [bao, { ...lan, memberIdNumber: '12' }], leader: 'Lan' }))).toEqual([
      'Người thứ 2: số định danh phải gồm 12 chữ số, như ghi trên thẻ căn cước',
    ]);
    expect(wrong(whole({ members: [{ memberAdult: false }] }))).toEqual(['Người thứ 1: nhập họ tên']);
  });

  it('is wanted if it is not optional, and no more often than the form says', () => {
    expect(wrong({ abroad: false, plots })).toEqual(['Thêm ít nhất một mục vào phần “Người cùng đi”']);
    expect(wrong({ abroad: false, plots, members: [] })).toHaveLength(1);
    expect(wrong(whole({ members: [bao, bao, bao, bao], leader: 'Lan' }))).toEqual([
      'Phần “Người cùng đi” chỉ được có tối đa 3 mục: hãy bỏ bớt',
    ]);
  });

  it('sees the answers of the item and those before, and drops what an item no longer asks', () => {
    const answers = whole({ members: [{ ...lan, memberAdult: false }], extra: 'x' });
    expect(visibleAnswers(form, answers).members).toEqual([
      { memberName: lan.memberName, memberAdult: false },
    ]);
    expect(wrong(whole({ abroad: true, members: [{ ...lan, memberIdNumber: '12' }] }))).toEqual([]);
  });

  it.each([[['x']], [[null]], ['x'], [{}], [[[]]], [[{ memberName: {} }]]])(
    'refuses %j in words',
    (answer) => {
      expect(wrong(whole({ members: answer as never }))).not.toEqual([]);
    },
  );

  it('has a schema that says what each item must have', () => {
    const { properties } = compileSchema(form, whole({ members: [lan, bao] })) as {
      properties: Record<string, unknown>;
    };
    expect(properties.members).toMatchObject({
      maxItems: 3,
      prefixItems: [
        { required: ['memberName', 'memberAdult', 'memberIdNumber'] },
        { required: ['memberName', 'memberAdult'] },
      ],
      items: false,
    });
  });

  it('asks one item on a page of its own, with what was answered before', () => {
    const asked = itemPage(form, page('members'), members);
    const said = { memberName: 'Lan', memberAdult: 'yes' };
    const answers = mergePage(asked.page, whole({}), readPage(asked.page, said));
    expect(checkPage(asked.form, asked.page, answers, context)).toEqual([
      { field: 'memberIdNumber', code: 'enter', facts: {} },
    ]);
  });

  it('adds, changes and removes one without touching the others', () => {
    const two = withItem(whole({}), members, 1, bao);
    expect(itemsOf(two, members)).toEqual([lan, bao]);
    expect(itemsOf(withItem(two, members, 0, bao), members)).toEqual([bao, bao]);
    expect(itemsOf(withItem(two, members, 9, bao), members)).toEqual([lan, bao, bao]);
    expect(itemsOf(withoutItem(two, members, 0), members)).toEqual([bao]);
    expect(withoutItem(whole({}), members, 0)).not.toHaveProperty('members');
  });

  it('is shown one item a line', () => {
    expect(displayAnswer('vi', form, members, [lan, bao], places)).toBe(
      [
        'Người thứ 1 – Họ tên: Lê Thị Lan; Đã thành niên: Có; Số định danh: 034 197 008 816',
        'Người thứ 2 – Họ tên: Trần Gia Bảo; Đã thành niên: Không',
      ].join('\n'),
    );
  });
});

describe('a table', () => {
  it('is read row by row; rows left empty are none, and those below move up', () => {
    const { answers, typed } = read({
      'plots-0-plotNumber': ' ',
      'plots-1-plotNumber': '7',
      'plots-1-plotArea': '80,5',
      'plots-3-plotArea': 'rộng',
    });
    expect(answers.plots).toEqual([{ plotNumber: '7', plotArea: 80.5 }, { plotArea: 'rộng' }]);
    expect(typed).toMatchObject({
      'plots-0-plotNumber': '7',
      'plots-1-plotArea': 'rộng',
      'plots-3-plotArea': '',
    });
  });

  it('that was emptied is gone', () => {
    const saved = whole({});
    expect(mergePage(page('plots'), saved, read({ 'plots-0-plotNumber': '' }))).not.toHaveProperty('plots');
    expect(mergePage(page('plots'), saved, read({}))).toEqual(saved);
  });

  it('stands again in its boxes as it was saved', () => {
    expect(typedOf(page('plots'), whole({}))).toEqual({
      'plots-0-plotNumber': '12',
      'plots-0-plotArea': '120.5',
    });
  });

  it('says which row is wrong', () => {
    expect(wrong(whole({ plots: [...plots, { plotNumber: '123456' }] }))).toEqual([
      'Thửa thứ 2: viết số thửa ngắn lại, tối đa 5 ký tự',
      'Thửa thứ 2: nhập diện tích',
    ]);
  });

  it('with more rows than there may be loses none: it is refused', () => {
    const many = Array.from({ length: 9 }, () => plots[0] as Answers);
    expect(checkAnswers(form, whole({ plots: many }), context).visible.plots).toHaveLength(9);
    expect(wrong(whole({ plots: many }))).toEqual([
      'Phần “Các thửa đất” chỉ được có tối đa 4 mục: hãy bỏ bớt',
    ]);
  });
});

describe('what is wrong in a repeat or a table', () => {
  const name = { id: 'x', type: 'name', label: words('X') };
  const file = { ...name, type: 'file', accept: ['image/png'], maxMegabytes: 1 };
  const inside = (type: string, ...fields: object[]) => found({ type, fields });

  it.each([
    [inside('repeat', name, { ...file, id: 'y' }), '/pages/0/fields/0/fields/1 item-type'],
    [inside('repeat', { ...name, prefill: 'person.name' }), '/pages/0/fields/0/fields/0 item-prefill'],
    [inside('repeat', { ...name, optional: true }), '/pages/0/fields/0 item-all-optional'],
    [inside('repeat', { ...name, id: 'a' }), '/pages/0/fields/0/fields/0/id field-id-repeated'],
    [
      inside('repeat', { ...name, when: { answered: 'a' } }),
      '/pages/0/fields/0/fields/0/when condition-looks-forward',
    ],
    [found({ type: 'repeat', fields: [name] }, { ...name, id: 'b' }), '/pages/0/fields/0 repeat-not-alone'],
    [found({ type: 'table', fields: [name] }, name), '/pages/0/fields/1/id field-id-repeated'],
    [found({ type: 'table', fields: [name], min: 3, max: 2 }), '/pages/0/fields/0/min min-beyond-max'],
    [inside('table', { ...name, type: 'address' }), '/pages/0/fields/0/fields/0 column-type'],
    [inside('table', { ...name, type: 'text', multiline: true }), '/pages/0/fields/0/fields/0 column-type'],
    [
      inside('table', name, { ...name, id: 'y', when: { answered: 'x' } }),
      '/pages/0/fields/0/fields/1/when column-condition',
    ],
    [
      inside('table', { type: 'person', id: 'm', parts: ['nmae'] }),
      '/pages/0/fields/0/fields/0/parts/0 value-unknown',
    ],
    [found({ type: 'table' }), '/pages/0/fields/0 property-missing'],
  ])('%#: %j has %s', (findings, finding) => {
    expect(findings).toContain(finding);
  });

  it('counts only what can be several', () => {
    const fields = [name, { ...name, id: 'y', when: { atLeast: ['x', 2] } }];
    const counting = { pages: [{ id: 'p', title: words('P'), fields }] };
    expect(checkForm(counting).map(({ code }) => code)).toEqual(['condition-count-unknown']);
  });

  it('takes blocks, and says where they were written', () => {
    expect(inside('table', { type: 'person', id: 'm', parts: ['name', 'birthDate'] })).toEqual([]);
    expect(inside('repeat', { type: 'person', id: 'm', parts: ['name', 'residence'] })).toEqual([]);
  });
});
