import { readFileSync } from 'node:fs';
import { readWritten, shippedDefinitions, shippedExamples, walkForm } from '#lib/catalogue';

const shipped = shippedDefinitions().map((definition) => ({ code: definition.code, definition }));

describe.each(shipped)('the definition of $code', ({ code, definition }) => {
  const examples = shippedExamples(code, definition.form);

  it('can be published', () => {
    const written = readFileSync(new URL(`${code}.yaml`, import.meta.url), 'utf8');
    expect(readWritten(written)).toEqual({ definition, findings: [] });
  });

  it('ships an example', () => {
    expect(Object.keys(examples)).not.toEqual([]);
  });

  it.each(Object.keys(examples))('is filled to the end by its example %s', (name) => {
    expect(walkForm(definition.form, examples[name] ?? {}, '2026-11-22', 'vi').problems).toEqual([]);
  });
});

describe('walking a form', () => {
  const birth = shipped.find(({ code }) => code === '1.001193')?.definition.form ?? { pages: [] };
  const example = shippedExamples('1.001193', birth)['father-unknown'] ?? {};

  it.each([
    ['an answer that is missing', { childName: undefined }, /^child-name: Nhập họ, chữ đệm, tên của trẻ/],
    ['one that is wrong', { requesterPhone: '12' }, /^contact: Số điện thoại/],
    ['one that is not asked', { fatherName: 'Trần An' }, /^fatherName: answered, but not asked/],
    ['one to no question', { childNmae: 'Trần An' }, /^childNmae: the form has no such field/],
  ])('tells of %s', (_, change, said) => {
    const answers = JSON.parse(JSON.stringify({ ...example, ...change }));
    expect(walkForm(birth, answers, '2026-11-22', 'vi').problems).toContainEqual(expect.stringMatching(said));
  });
});
