import * as fc from 'fast-check';
import { flagCodes, madeRow, readMade } from './made-row.fixture.js';
import { columns, longestLine } from './raw-row.js';
import { readRow } from './read-row.js';

describe('a row of the export', () => {
  it('is read into facts', () => {
    const { facts, flags } = readMade();
    expect(flags).toEqual([]);
    expect(facts).toMatchObject({
      code: '1.001193',
      title: 'Đăng ký khai sinh',
      officialTitle: 'Thủ tục đăng ký khai sinh',
      decisionNumber: '163/QĐ-BTP',
      levels: ['commune'],
      kind: 'detailed-under-law',
      field: 'Hộ tịch',
      fieldSlug: 'ho-tich',
      ministry: 'bo-tu-phap',
      applicants: ['citizen'],
      results: [{ name: 'Giấy khai sinh', code: 'KQ.G15.000031' }],
    });
  });

  it.each([
    ['not-json', '{"ma_thu_tuc":'],
    ['not-json', ''],
    ['not-an-object', '[]'],
    ['not-an-object', 'null'],
    ['not-an-object', '"1.001193"'],
    ['code-missing', '{}'],
    ['code-missing', JSON.stringify(madeRow({ ma_thu_tuc: 1.001193 }))],
    ['code-malformed', JSON.stringify(madeRow({ ma_thu_tuc: '1.1193' }))],
    ['code-malformed', JSON.stringify(madeRow({ ma_thu_tuc: '1.001193.h19' }))],
    ['title-missing', JSON.stringify(madeRow({ ten_thu_tuc: ' ... ' }))],
    ['line-too-long', JSON.stringify(madeRow({ raw_text: 'x'.repeat(longestLine) }))],
  ])('is rejected with a reason: %s', (reason, line) => {
    expect(readRow(line, 7)).toMatchObject({ line: 7, reason });
  });

  it("may carry a province's own code", () => {
    expect(readMade({ ma_thu_tuc: ' 1.001193.H19 ' }).facts.code).toBe('1.001193.H19');
  });

  it('with values that are no texts is imported without them, and says so', () => {
    const row = readMade({ linh_vuc: 5, cap_thuc_hien: ['Cấp xã'], ket_qua_xu_ly: null });
    expect(row.facts).toMatchObject({ field: '', levels: [], results: [] });
    expect(flagCodes(row)).toEqual(['not-text', 'not-text', 'missing', 'missing', 'results-missing']);
  });

  it('collected from the page of another procedure is flagged with the code found there', () => {
    const row = readMade({ raw_text: 'Mã thủ tục1.014023Số quyết định1/QĐ' });
    expect(row.flags).toContainEqual({ code: 'page-is-another-procedure', field: 'code', raw: '1.014023' });
  });

  it('is read in composed form, without zero-width characters and hard spaces', () => {
    const { facts } = readMade({ ten_thu_tuc: 'Đăng k\u200Ey\u0301\u00A0 hộ\n tịch' });
    expect(facts.officialTitle).toBe('Đăng ký hộ tịch');
  });

  it('keeps long texts apart from the facts', () => {
    const { facts } = readMade({
      trinh_tu_thuc_hien: 'Bước 1: nộp hồ sơ.',
      yeu_cau_dieu_kien: 'Không có thông tin',
    });
    const { prose, ...rest } = facts;
    expect(prose).toEqual({ steps: 'Bước 1: nộp hồ sơ.', channels: expect.any(String) });
    expect(JSON.stringify(rest)).not.toContain('Bước 1');
  });

  it('never throws, whatever the columns hold', () => {
    const value = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 60 }),
      fc.array(piece, { maxLength: 12 }).map((pieces) => pieces.join('')),
      fc.jsonValue(),
    );
    fc.assert(
      fc.property(fc.dictionary(fc.constantFrom(...columns), value), (given) => {
        const outcome = readRow(JSON.stringify(madeRow(given)), 1);
        expect('reason' in outcome || outcome.facts.code !== '').toBe(true);
      }),
      { numRuns: 400 },
    );
  });

  it('never throws, whatever the line', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string({ unit: 'binary' }), fc.json()), (line) => {
        expect(readRow(line, 1)).toMatchObject({ line: 1 });
      }),
    );
  });

  it.each([
    '(',
    ')',
    '1',
    '9 bản chính',
    ';',
    ' ',
    '\n',
    'Trực tiếp1Miễn phí',
    'Mã: KQ.',
    'a.docx',
    '12/2020/NĐ-CP',
    'phí 1',
  ])(
    'made of half a million characters of %j is read to its end',
    (text) => {
      const long = text.repeat(Math.floor(500_000 / text.length));
      for (const column of columns.slice(1)) {
        readMade({
          [column]: `${HEADS[column] ?? ''}${long}`,
          ...(column === 'ten_thu_tuc' ? { ten_thu_tuc: `A${long}` } : {}),
        });
      }
      // What backtracks never comes back: then the run is ended from outside.
    },
    300_000,
  );
});

const HEADS: Record<string, string> = {
  cach_thuc_thuc_hien: 'Hình thức nộpThời gianPhí, lệ phíMô tảTrực tuyến3 NgàyMiễn phí',
  thanh_phan_ho_so: '--Tên giấy tờMẫu đơn, tờ khaiSố lượng',
  can_cu_phap_ly: 'Tên văn bản pháp lýMã văn bản',
};

const piece = fc.constantFrom(
  'Hình thức nộpThời gianPhí, lệ phíMô tả',
  'Trực tuyến',
  'Trực tiếp',
  '1',
  '15 Ngày',
  'Miễn phí',
  'Không có thông tin',
  '20,000 VNĐ',
  '(',
  ')',
  'Tên giấy tờMẫu đơn, tờ khaiSố lượng',
  '1 bản chính',
  ',1 bản sao',
  'Mẫu số 1.docx',
  'Mã: KQ.G15.000031',
  'Từ khóa',
  'Tên văn bản pháp lýMã văn bản',
  '08/2015/NĐ-CP',
  'QH13',
  ' ',
  '\n',
);
