import { channels, flagCodes, readMade } from './made-row.fixture.js';

const read = (rows: string) => readMade({ cach_thuc_thuc_hien: channels(rows) });
const bare = (rows: string) => read(rows).facts.channels.map(({ raw: _raw, ...channel }) => channel);

describe('the table of channels', () => {
  it('is split on the names of channels that begin a row', () => {
    expect(
      bare(
        'Trực tuyến7 Ngày làm việc10,000 Việt Nam Đồng(một lần)Trực tiếp7 Ngày làm việcKhông có thông tin',
      ),
    ).toEqual([
      {
        kind: 'online',
        deadlines: [{ amount: 7, unit: 'working-day' }],
        fees: [{ amountDong: 10_000, condition: 'một lần' }],
      },
      { kind: 'in-person', deadlines: [{ amount: 7, unit: 'working-day' }], fees: [] },
    ]);
  });

  it('is not split on the same words inside a note', () => {
    const [channel, ...others] = bare(
      'Trực tiếp3 NgàyMiễn phíTrực tuyến: nộp hồ sơ trực tuyến. Trực tiếp tại Bộ phận Một cửa',
    );
    expect(others).toEqual([]);
    expect(channel?.note).toBe('Trực tuyến: nộp hồ sơ trực tuyến. Trực tiếp tại Bộ phận Một cửa');
  });

  it.each([
    ['15 Ngày', { amount: 15, unit: 'day' }],
    ['1.5 Ngày làm việc', { amount: 1.5, unit: 'working-day' }],
    ['28 Giờ', { amount: 28, unit: 'hour' }],
    ['4 Giờ làm việc', { amount: 4, unit: 'working-hour' }],
    ['2 Tháng', { amount: 2, unit: 'month' }],
  ])('states a deadline: %s', (cell, deadline) => {
    expect(bare(`Trực tuyến${cell}Miễn phí`)[0]?.deadlines).toEqual([deadline]);
  });

  it('a number without unit is a place-holder and not taken as a deadline', () => {
    const row = read('Trực tuyến1Miễn phíThời gian giải quyết 06 ngày làm việc và 30 ngày.');
    expect(row.facts.channels[0]).toMatchObject({ deadlines: [], unreadDeadlines: ['1'] });
    expect(flagCodes(row)).toEqual(['deadline-without-unit', 'deadline-missing']);
  });

  it('takes the deadline from the note when the cell has none and the note opens with the only one', () => {
    const row = read('Trực tuyếnKhông có thông tinMiễn phí05 ngày làm việc kể từ ngày nhận đủ hồ sơ');
    expect(row.facts.channels[0]?.deadlines).toEqual([{ amount: 5, unit: 'working-day' }]);
    expect(flagCodes(row)).toEqual(['deadline-from-note']);
  });

  it('may have words for a time', () => {
    const row = read(
      'Trực tuyếnKhông phải trả kết quảMiễn phíQua CổngTrực tiếpKhông phải trả kết quảMiễn phí',
    );
    expect(row.facts.channels.map((channel) => channel.unreadDeadlines)).toEqual([
      ['Không phải trả kết quả'],
      ['Không phải trả kết quả'],
    ]);
  });

  it('flags calendar days where the words say the same number of working days', () => {
    expect(flagCodes(read('Trực tiếp20 NgàyMiễn phíkhông quá 20 ngày làm việc'))).toEqual([
      'deadline-unit-contradicted',
    ]);
    expect(flagCodes(read('Trực tiếp20 NgàyMiễn phítừ ngày 20 tháng 5'))).toEqual([]);
  });

  it('gathers the rows of one channel and keeps what sets their deadlines apart', () => {
    expect(bare('Trực tiếp6 Ngày làm việcMiễn phíHoàn trướcTrực tiếp40 NgàyMiễn phíKiểm trước')).toEqual([
      {
        kind: 'in-person',
        deadlines: [
          { amount: 6, unit: 'working-day', condition: 'Hoàn trước' },
          { amount: 40, unit: 'day', condition: 'Kiểm trước' },
        ],
        fees: [],
        free: true,
        note: 'Hoàn trước\nKiểm trước',
      },
    ]);
  });

  it('that is no table is flagged whole', () => {
    const row = readMade({ cach_thuc_thuc_hien: 'Nộp tại xã' });
    expect(row.flags).toEqual([{ code: 'channels-unread', field: 'channels', raw: 'Nộp tại xã' }]);
  });

  it('takes more ways from a note that lists them', () => {
    const row = read(
      'Trực tiếp7 NgàyMiễn phíCách thức nộp hồ sơ \nTrực tuyến hoặc trực tiếp hoặc qua dịch vụ bưu chính.',
    );
    expect(row.facts.channels.map(({ kind }) => kind)).toEqual(['in-person', 'online', 'post']);
    expect(flagCodes(row)).toEqual(['channel-from-note', 'channel-from-note']);
  });
});

const fee = (cell: string) => {
  const row = read(`Trực tuyến3 Ngày${cell}`);
  return { ...row.facts.channels[0], flags: flagCodes(row) };
};

describe('fees', () => {
  it('in dollars stay in dollars', () => {
    expect(fee('145 USD(mỗi thẻ)').fees).toEqual([{ amountUsd: 145, condition: 'mỗi thẻ' }]);
  });

  it.each([
    ['135 VNĐ(Lệ phí: 135.000 đồng/lần)', { amountDong: 135_000, raw: '135 VNĐ' }],
    ['135 VNĐ', { amountDong: 135_000, raw: '135 VNĐ' }],
    ['155 VNĐ(Thẻ có thời hạn trên 02 năm: 155 USD/thẻ)', { amountUsd: 155, raw: '155 VNĐ' }],
  ])('under 1,000 dong are what the words beside them say, or thousands: %s', (cell, meant) => {
    expect(fee(cell)).toMatchObject({ fees: [meant], flags: ['fee-repaired'] });
  });

  it.each([
    '25 VNĐ(25.000.000đ/giấy)',
    '40 Việt Nam Đồng(4.000 đ/giấy)',
    '1 Việt Nam Đồng(Miễn nếu nộp qua mạng)',
  ])('under 1,000 dong that the words contradict, or of one digit, are kept as written: %s', (cell) => {
    const [raw, condition = ''] = cell.split('(');
    expect(fee(cell).fees).toEqual([{ raw, condition: condition.replace(')', '') }]);
    expect(fee(cell).flags).toEqual(['fee-suspiciously-small']);
  });

  it('that run into a deadline without unit are cut apart where the words say the amount', () => {
    const row = read('Trực tuyến120 VNĐ(20.000 vnđ /tờ khai)Trực tiếp2 GiờMiễn phí');
    expect(row.facts.channels[0]).toMatchObject({
      deadlines: [],
      fees: [{ amountDong: 20_000, raw: '120 VNĐ', condition: '20.000 vnđ /tờ khai' }],
    });
    expect(read('Trực tuyến120 VNĐ').facts.channels[0]?.fees).toEqual([{ raw: '120 VNĐ' }]);
    expect(read('Trực tuyến1100,000 VNĐ(100.000 đồng/lần)').facts.channels[0]?.fees).toMatchObject([
      { amountDong: 100_000 },
    ]);
    expect(flagCodes(row)).toEqual(['fee-glued-to-deadline']);
  });

  it.each(['', '(Không có)', '(Chưa quy định.)', '(Miễn lệ phí)', '(Không thu lệ phí đối với tổ hợp tác)'])(
    'are free when nothing contradicts: Miễn phí%s',
    (words) => {
      expect(fee(`Miễn phí${words}`)).toMatchObject({ free: true, fees: [], flags: [] });
    },
  );

  it.each([
    ['(Công nhận vườn giống: 2.400.000 đồng)', 'free-but-states-fee'],
    ['(8.000.000/lần)', 'free-but-states-fee'],
    ['Lệ phí cấp lại 20.000 đồng', 'free-but-states-fee'],
    ['(Mức lệ phí do Hội đồng nhân dân cấp tỉnh quyết định)', 'free-but-set-by-province'],
    ['(Thông tư số 60/2023/TT-BTC quy định mức thu lệ phí)', 'free-but-cites-tariff'],
    ['(Phí thẩm định)', 'free-but-words-beside'],
    ['(Miễn lệ phí đối với người có công)', 'free-but-words-beside'],
  ])('are not called free when words beside contradict: Miễn phí%s', (words, code) => {
    const said = fee(`Miễn phí${words}`);
    expect(said.free).toBeUndefined();
    expect(said.fees).toMatchObject([{ raw: 'Miễn phí' }]);
    expect(said.flags).toEqual([code]);
  });

  it('without information have no brackets of their own: an enumeration begins the note', () => {
    expect(fee('Không có thông tin(a) Cấp mới: 5 ngày')).toMatchObject({
      fees: [],
      note: '(a) Cấp mới: 5 ngày',
    });
  });

  it('keep nested brackets and enumerations inside their condition', () => {
    expect(fee('10,000 VNĐ(a) cấp mới (lần đầu); b) cấp lại)Nộp tại xã')).toMatchObject({
      fees: [{ amountDong: 10_000, condition: 'a) cấp mới (lần đầu); b) cấp lại' }],
      note: 'Nộp tại xã',
    });
  });
});
