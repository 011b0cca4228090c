import {
  checkAnswers,
  compileSchema,
  type FieldDefinition,
  firstUnfinishedPage,
  type FormDefinition,
  mergePage,
  nextPage,
  pageOf,
  previousPage,
  readPage,
  typedOf,
  visibleAnswers,
  visibleFields,
  visiblePages,
} from './index.js';
import { context, words } from './testing/ask.js';

const yesNo = (id: string): FieldDefinition => ({ id, type: 'yes-no', label: words(id) });
const name = (id: string): FieldDefinition => ({ id, type: 'name', label: words(id) });

/** known? -> father's name -> married? (only if known) -> certificate (only if married), then the end. */
const form: FormDefinition = {
  pages: [
    { id: 'known', title: words('Đã biết cha?'), fields: [yesNo('known')] },
    {
      id: 'father',
      title: words('Cha'),
      when: { eq: ['known', true] },
      fields: [name('father'), yesNo('married')],
    },
    {
      id: 'certificate',
      title: words('Kết hôn'),
      when: { eq: ['married', true] },
      fields: [name('registrar')],
    },
    {
      id: 'end',
      title: words('Hết'),
      fields: [name('witness'), { ...name('why'), when: { not: { answered: 'father' } } }],
    },
  ],
};
const full = { known: true, father: 'Lê An', married: true, registrar: 'Vũ Bình', witness: 'Hồ Chi' };
const ids = (answers = {}) => visiblePages(form, answers).map(({ id }) => id);

describe('the path through a form', () => {
  it('shows a page once the answers before it call for it', () => {
    expect(ids()).toEqual(['known', 'end']);
    expect(ids({ known: true })).toEqual(['known', 'father', 'end']);
    expect(ids(full)).toEqual(['known', 'father', 'certificate', 'end']);
  });

  it('forgets what was decided on a branch that was left', () => {
    expect(ids({ ...full, known: false })).toEqual(['known', 'end']);
  });

  it('goes forth and back over visible pages only', () => {
    expect(nextPage(form, { known: false }, 'known')?.id).toBe('end');
    expect(nextPage(form, full, 'known')?.id).toBe('father');
    expect(nextPage(form, full, 'end')).toBeUndefined();
    expect(previousPage(form, { known: false }, 'end')?.id).toBe('known');
    expect(previousPage(form, full, 'known')).toBeUndefined();
  });

  it('finds its way from a page that has gone', () => {
    expect(nextPage(form, { known: false }, 'father')?.id).toBe('end');
    expect(previousPage(form, { known: false }, 'certificate')?.id).toBe('known');
  });

  it('shows the fields of a page whose condition holds', () => {
    const end = pageOf(form, 'end');
    const fieldsWith = (answers: object) =>
      end && visibleFields(end, visibleAnswers(form, { ...answers })).map(({ id }) => id);
    expect(fieldsWith(full)).toEqual(['witness']);
    expect(fieldsWith({ ...full, known: false })).toEqual(['witness', 'why']);
  });

  it('leaves out a page none of whose fields is asked for', () => {
    const [first, ...others] = form.pages;
    if (!first) throw new Error('the form has pages');
    const fields = [{ ...name('why'), when: { eq: ['known', false] as [string, unknown] } }];
    const withWhy = { pages: [first, { id: 'why', title: words('Vì sao?'), fields }, ...others.slice(0, 2)] };
    expect(nextPage(withWhy, { known: true }, 'known')?.id).toBe('father');
    expect(nextPage(withWhy, { known: false }, 'known')?.id).toBe('why');
  });

  it('leads to the first page that still asks for something', () => {
    expect(firstUnfinishedPage(form, {}, context)?.id).toBe('known');
    expect(firstUnfinishedPage(form, { ...full, registrar: '?' }, context)?.id).toBe('certificate');
    expect(firstUnfinishedPage(form, full, context)).toBeUndefined();
  });
});

describe('answers on a branch that was left', () => {
  const left = { ...full, known: false, why: 'Ngô Dũng' };

  it('are not filed', () => {
    expect(checkAnswers(form, left, context)).toEqual({
      errors: [],
      visible: { known: false, witness: 'Hồ Chi', why: 'Ngô Dũng' },
    });
  });

  it('are kept while pages are posted, and there again when the branch is', () => {
    const known = form.pages[0];
    if (!known) throw new Error('the form has pages');
    const back = mergePage(known, left, readPage(known, { known: 'yes' }));
    expect(back).toEqual({ ...left, known: true });
    expect(checkAnswers(form, back, context).visible).toEqual(full);
  });
});

describe('posting a page', () => {
  const end = form.pages[3];
  if (!end) throw new Error('the form has four pages');

  it('takes away an answer that was emptied and leaves one that was not shown', () => {
    const saved = { ...full, why: 'Ngô Dũng' };
    expect(mergePage(end, saved, readPage(end, { witness: '' }))).toEqual({
      ...full,
      why: 'Ngô Dũng',
      witness: undefined,
    });
    expect('witness' in mergePage(end, saved, readPage(end, { witness: ' ' }))).toBe(false);
  });

  it('shows again what was saved', () => {
    expect(typedOf(end, full)).toEqual({ witness: 'Hồ Chi' });
    expect(typedOf(end, { witness: '?!' })).toEqual({ witness: '?!' });
  });
});

describe('the schema of a path', () => {
  it('is JSON Schema 2020-12 of the visible fields', () => {
    const schema = compileSchema(form, { known: true });
    expect(schema).toMatchObject({
      $schema: 'https://json-schema.org/draft/2020-12/schema',
      properties: { known: { type: 'boolean', title: 'known' } },
      required: ['known', 'father', 'married', 'witness', 'why'],
      additionalProperties: false,
    });
  });

  it('is compiled once for each path, also of a definition that was read anew', () => {
    const once = compileSchema(form, { known: true });
    expect(compileSchema(form, { known: true, witness: 'Hồ Chi' })).toBe(once);
    expect(compileSchema(structuredClone(form), { known: true })).toBe(once);
    expect(compileSchema(form, { known: false })).not.toBe(once);
  });
});
