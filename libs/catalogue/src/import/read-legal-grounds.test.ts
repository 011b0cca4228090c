import { flagCodes, readMade } from './made-row.fixture.js';

const table = (rows: string) => `Tên văn bản pháp lýMã văn bản${rows}`;
const read = (rows: string) => readMade({ can_cu_phap_ly: table(rows) });

describe('legal grounds', () => {
  it.each([
    ['Nghị định 08/2015/NĐ-CP08/2015/NĐ-CP', ['08/2015/NĐ-CP']],
    [
      'Luật 60/2014/QH1360/2014/QH13Thông tư 01/2022/TT-BTP01/2022/TT-BTP',
      ['60/2014/QH13', '01/2022/TT-BTP'],
    ],
    ['Luật Cư trú 202068/2020/QH14', ['68/2020/QH14']],
    [
      'Về hộ tịch87/2020/NĐ-CPSửa đổi một số điều04/2024/TT-BTPTHÔNG TƯ18/2023/TT-BTC',
      ['87/2020/NĐ-CP', '04/2024/TT-BTP', '18/2023/TT-BTC'],
    ],
    ['Luật Thủy sảnLuật số 18/2017/QH14', ['18/2017/QH14']],
    ['Thông tư liên tịch05/2015/TTLT-BTP-BCA-BYT', ['05/2015/TTLT-BTP-BCA-BYT']],
    ['Nghị quyết66.7/2025/NQ-CP193/2025/NĐ-CP193/2025/NĐ-CP', ['66.7/2025/NQ-CP', '193/2025/NĐ-CP']],
    ['Nghị định số 22/2017/NĐ-CP về hoà giải 22/2017/NĐ-CP', ['22/2017/NĐ-CP']],
  ])('are divided into titles and numbers: %s', (rows, numbers) => {
    const row = read(rows);
    expect(row.facts.legalGrounds.map((ground) => ground.number)).toEqual(numbers);
    expect(flagCodes(row)).toEqual([]);
  });

  it('a number inside a title is no ground of its own', () => {
    expect(
      read('Thông tư sửa đổi Thông tư số 85/2019/TT-BTC ngày 29/11/2019 của Bộ106/2021/TT-BTC').facts
        .legalGrounds,
    ).toEqual([
      {
        number: '106/2021/TT-BTC',
        title: 'Thông tư sửa đổi Thông tư số 85/2019/TT-BTC ngày 29/11/2019 của Bộ',
      },
    ]);
  });

  it('without a number are flagged with what stood there', () => {
    expect(read('BỘ LUẬT HÀNG HẢI').flags).toEqual([
      { code: 'legal-grounds-unread', field: 'legalGrounds', raw: 'BỘ LUẬT HÀNG HẢI' },
    ]);
  });
});

const results = (text: string) => readMade({ ket_qua_xu_ly: text });

describe('results', () => {
  it('are cut off before the rest of the page', () => {
    const text =
      'Giấy khai sinhMã: KQ.G15.000031- Văn bản từ chối;Mã: 000.00.00.G11-KQ1711Từ khóaKhông có thông tinMô tảKhông có thông tinChọn cơ quan thực hiệnNộp hồ sơ';
    expect(results(text).facts.results).toEqual([
      { name: 'Giấy khai sinh', code: 'KQ.G15.000031' },
      { name: 'Văn bản từ chối', code: '000.00.00.G11-KQ1711' },
    ]);
  });

  it('with a code in another form keep it and are flagged', () => {
    const row = results('Văn bản tố tụngMã: VBTTQuyết địnhMã: KQ.G15.000031Từ khóaKhông có thông tin');
    expect(row.facts.results).toEqual([
      { name: 'Văn bản tố tụng', code: 'VBTT' },
      { name: 'Quyết định', code: 'KQ.G15.000031' },
    ]);
    expect(flagCodes(row)).toEqual(['result-code-odd']);
  });
});
