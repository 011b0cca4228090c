import type { FormDefinition } from '#lib/forms';
import { checkTerms } from './check-terms.js';
import { feeFor, type FeeTerms } from './fee.js';
import { shippedDefinition } from './load-definitions.js';
import type { ServiceDefinition } from './service-definition.js';

const words = (text: string) => ({ vi: text, en: text, fr: text });
const form: FormDefinition = {
  lists: { kinds: ['new', 'lost'].map((value) => ({ value, label: words(value) })) },
  pages: [
    {
      id: 'card',
      title: words('Thẻ'),
      fields: [
        { id: 'kind', type: 'radios', list: 'kinds', label: words('Trường hợp') },
        { id: 'copies', type: 'number', label: words('Số bản sao'), optional: true, min: 0, max: 20 },
        { id: 'poor', type: 'yes-no', label: words('Hộ nghèo') },
      ],
    },
  ],
};
const fee: FeeTerms = {
  lines: [
    { title: words('Cấp mới'), amountDong: 30_000, when: { eq: ['kind', 'new'] } },
    { title: words('Cấp lại'), amountDong: 70_000, when: { eq: ['kind', 'lost'] } },
    { title: words('Bản sao'), amountDong: 8_000, times: 'copies' },
  ],
  waivers: [{ title: words('Hộ nghèo'), when: { eq: ['poor', true] } }],
};

const today = '2026-11-22';

describe('a fee', () => {
  it('adds up the lines that apply, each as often as was asked for', () => {
    expect(feeFor({ fee }, { kind: 'lost', copies: 3, poor: false }, today)).toEqual({
      amountDong: 94_000,
      lines: [
        { title: words('Cấp lại'), amountDong: 70_000, times: 1 },
        { title: words('Bản sao'), amountDong: 8_000, times: 3 },
      ],
    });
    expect(feeFor({ fee }, { kind: 'new', poor: false }, today).amountDong).toBe(30_000);
  });

  it('is nothing for whom the law lets off, and says why', () => {
    const { amountDong, waivedBy } = feeFor({ fee }, { kind: 'new', copies: 2, poor: true }, today);
    expect(amountDong).toBe(0);
    expect(waivedBy?.title).toEqual(words('Hộ nghèo'));
  });

  it('is that of the day of filing, where a line or a waiver ends', () => {
    const half = { title: words('Giảm một nửa'), amountDong: 15_000, validUntil: '2026-12-31' };
    const whole = { title: words('Cấp mới'), amountDong: 30_000, validFrom: '2027-01-01' };
    const waiver = { title: words('Tết'), when: { eq: ['poor', true] as [string, unknown] } };
    const ending: FeeTerms = { lines: [half, whole], waivers: [{ ...waiver, validUntil: '2026-12-31' }] };
    const on = (day: string, poor = false) => feeFor({ fee: ending }, { poor }, day).amountDong;
    expect([on('2026-12-31'), on('2027-01-01')]).toEqual([15_000, 30_000]);
    expect([on('2026-12-31', true), on('2027-01-01', true)]).toEqual([0, 30_000]);
  });

  it('is the one amount that is stated, or unknown', () => {
    expect(feeFor({ fee: { amountDong: 50_000 } }, {}, today).amountDong).toBe(50_000);
    expect(feeFor({ fee: {} }, {}, today).amountDong).toBeUndefined();
  });
});

describe('the terms of a definition', () => {
  const codes = (terms: Partial<ServiceDefinition>) =>
    checkTerms({
      ...(shippedDefinition('1.001193') as ServiceDefinition),
      form,
      papers: [],
      fee,
      ...terms,
    }).map(({ path, code }) => `${path} ${code}`);

  it('may name what the form asks', () => {
    expect(codes({})).toEqual([]);
  });

  it.each<[string, Partial<ServiceDefinition>]>([
    ['fee fee-both-amount-and-lines', { fee: { ...fee, amountDong: 1 } }],
    ['fee.waivers waiver-of-nothing', { fee: { waivers: fee.waivers ?? [] } }],
    ['fee.amountDong amount-not-in-dong', { fee: { amountDong: 0.5 } }],
    [
      'fee.lines.0.amountDong amount-not-in-dong',
      { fee: { lines: [{ title: words('x'), amountDong: -1 }] } },
    ],
    [
      'fee.lines.0.times times-is-no-number',
      { fee: { lines: [{ title: words('x'), amountDong: 1, times: 'kind' }] } },
    ],
    [
      'fee.lines.0.when condition-value-unknown',
      { fee: { lines: [{ title: words('x'), amountDong: 1, when: { eq: ['kind', 'old'] } }] } },
    ],
    [
      'fee.lines.0.validUntil validity-not-a-day',
      { fee: { lines: [{ title: words('x'), amountDong: 1, validUntil: '2026-02-30' }] } },
    ],
    [
      'fee.lines.0 validity-ends-first',
      {
        fee: {
          lines: [{ title: words('x'), amountDong: 1, validFrom: '2027-01-01', validUntil: '2026-12-31' }],
        },
      },
    ],
    ['papers.0.id paper-without-field', { papers: [{ id: 'kind', title: words('x'), required: true }] }],
    [
      'papers.0.when condition-field-unknown',
      { papers: [{ id: 'kind', title: words('x'), required: true, when: { answered: 'nothing' } }] },
    ],
  ])('%s', (finding, terms) => {
    expect(codes(terms)).toContain(finding);
  });
});
