import { flagCodes, papers, readMade } from './made-row.fixture.js';

const read = (text: string) => readMade({ thanh_phan_ho_so: text });
const list = (text: string) => read(text).facts.papers;

describe('the table of papers', () => {
  it('is split at the quantities', () => {
    expect(list(papers('- Tờ khai1 bản chínhGiấy chứng sinh;1 bản chính,2 bản sao'))).toEqual([
      { name: 'Tờ khai', originals: 1, copies: 0 },
      { name: 'Giấy chứng sinh;', originals: 1, copies: 2 },
    ]);
  });

  it.each([
    'Hóa đơn: 01 bản chụp;',
    'Giấy phép: 01 bản chính;',
    'Vận đơn: 01 bản chính',
    'Tờ khai nộp 02 bản chính tờ khai hàng hóa',
    'Hợp đồng (01 bản chính hoặc 01 bản sao có chứng thực)',
  ])('is not split at the quantity a name speaks of: %s', (name) => {
    expect(list(papers(`${name}1 bản chínhĐơn1 bản chính`)).map((paper) => paper.name)).toEqual([
      name,
      'Đơn',
    ]);
  });

  it('names end in digits: a year is certain, other numbers are flagged', () => {
    expect(list(papers('Nghị định năm 20161 bản chính'))).toEqual([
      { name: 'Nghị định năm 2016', originals: 1, copies: 0 },
    ]);
    const row = read(papers('Đơn theo Mẫu số 181 bản chính'));
    expect(row.facts.papers).toEqual([{ name: 'Đơn theo Mẫu số 18', originals: 1, copies: 0 }]);
    expect(flagCodes(row)).toEqual(['paper-quantity-uncertain']);
  });

  it('separates the file names of forms', () => {
    expect(list(papers('Đơn theo Nghị định của Chính phủMẫu số 07.docxMẫu số 08.doc1 bản chính'))).toEqual([
      {
        name: 'Đơn theo Nghị định của Chính phủ',
        forms: ['Mẫu số 07.docx', 'Mẫu số 08.doc'],
        originals: 1,
        copies: 0,
      },
    ]);
  });

  it('leaves a file name whose beginning cannot be told, and says so', () => {
    const row = read(papers('Tờ trình theo quy địnhtờ trình.docx1 bản chính'));
    expect(row.facts.papers[0]?.name).toBe('Tờ trình theo quy địnhtờ trình.docx');
    expect(flagCodes(row)).toEqual(['paper-form-not-separated']);
  });

  it('groups by the heading that stands before each table', () => {
    const text =
      papers('Đơn1 bản chính', '* Trường hợp cấp mới:') + papers('Đơn1 bản chính', 'Trường hợp cấp lại');
    const row = read(text);
    expect(row.facts.papers.map((paper) => paper.case)).toEqual(['Trường hợp cấp mới', 'Trường hợp cấp lại']);
    expect(row.facts.cases).toEqual(['Trường hợp cấp mới', 'Trường hợp cấp lại']);
  });

  it('does not take headings that only say what to do for cases', () => {
    const text =
      papers('Đơn1 bản chính', '* Giấy tờ phải nộp:') +
      papers('Thẻ1 bản chính', '* Giấy tờ phải xuất trình:');
    expect(read(text).facts.cases).toEqual([]);
  });

  it('tells remarks from papers', () => {
    const row = read(
      papers('* Số lượng hồ sơ: 01 bộ.0 bản chínhTrường hợp gửi qua bưu chính thì kèm bản sao.0 bản chính'),
    );
    expect(row.facts.papers).toHaveLength(1);
    expect(row.facts.prose?.paperNotes).toEqual([{ text: 'Trường hợp gửi qua bưu chính thì kèm bản sao.' }]);
  });

  it('keeps and flags what may be either', () => {
    const row = read(papers('Hóa đơn thương mại: 01 bản chụp;0 bản chính'));
    expect(row.facts.papers).toEqual([{ name: 'Hóa đơn thương mại: 01 bản chụp;', originals: 0, copies: 0 }]);
    expect(flagCodes(row)).toEqual(['paper-or-note']);
  });

  it('is read from the whole page where the column was cut at a word in the steps', () => {
    const row = readMade({
      thanh_phan_ho_so: '); nộp hồ sơ cho cơ quan BHXH.',
      raw_text: `Bước 1 (Thành phần hồ sơ); nộpHình thức nộpThời gianThành phần hồ sơ${papers('Đơn1 bản chính')}Căn cứ pháp lýTên văn bản pháp lý`,
    });
    expect(row.facts.papers).toEqual([{ name: 'Đơn', originals: 1, copies: 0 }]);
    expect(flagCodes(row)).toEqual(['papers-from-page']);
  });

  it('that is missing is flagged', () => {
    expect(flagCodes(read('--'))).toEqual(['papers-missing']);
  });
});
