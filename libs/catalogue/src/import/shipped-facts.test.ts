import { channels, readMade } from './made-row.fixture.js';
import { longestText, readShippedFacts, shippedFacts, type ShippedFacts } from './shipped-facts.js';

describe('the facts that ship', () => {
  const facts = new Map<string, ShippedFacts>();
  beforeAll(async () => {
    for await (const procedure of readShippedFacts()) facts.set(procedure.code, procedure);
  });

  it('are of 1,977 procedures, in the order of their codes', () => {
    expect(facts.size).toBe(1977);
    expect([...facts.keys()]).toEqual([...facts.keys()].toSorted());
  });

  it('have a channel for each, an online one for 1,582', () => {
    const all = [...facts.values()];
    expect(all.filter((procedure) => procedure.channels.length > 0)).toHaveLength(1977);
    expect(all.filter((procedure) => procedure.channels.some(({ kind }) => kind === 'online'))).toHaveLength(
      1582,
    );
  });

  it('hold birth registration as the portal states it: a deadline of "1" without unit, no fee', () => {
    const channel = { deadlines: [], fees: [], unreadDeadlines: ['1'], free: true };
    expect(facts.get('1.001193')).toMatchObject({
      title: 'Đăng ký khai sinh',
      officialTitle: 'Thủ tục đăng ký khai sinh',
      decisionNumber: '163/QĐ-BTP',
      levels: ['commune'],
      fieldSlug: 'ho-tich',
      ministry: 'bo-tu-phap',
      applicants: ['citizen', 'overseas-citizen'],
      channels: [
        { kind: 'online', ...channel },
        { kind: 'post', ...channel },
        { kind: 'in-person', ...channel },
      ],
      results: [{ name: 'Giấy khai sinh', code: 'KQ.G15.000031' }],
      cases: [],
      flags: expect.arrayContaining(['deadline-without-unit']),
    });
    const grounds = facts.get('1.001193')?.legalGrounds.map((ground) => ground.number);
    expect(grounds).toHaveLength(15);
    expect(grounds).toEqual(expect.arrayContaining(['60/2014/QH13', '123/2015/NĐ-CP', '18/2026/NĐ-CP']));
    const papers = facts.get('1.001193')?.papers.filter((paper) => paper.originals > 0);
    expect(papers?.map((paper) => paper.name.slice(0, 14))).toContain('Giấy chứng sin');
  });

  it('hold permanent residence with its deadline and two fees', () => {
    expect(facts.get('1.004222')).toMatchObject({
      channels: [
        { kind: 'online', deadlines: [{ amount: 7, unit: 'working-day' }], fees: [{ amountDong: 10_000 }] },
        {
          kind: 'in-person',
          deadlines: [{ amount: 7, unit: 'working-day' }],
          fees: [{ amountDong: 20_000 }],
        },
      ],
      agencies: ['Công an cấp Xã'],
    });
  });

  it('hold no prose and no text longer than a name', () => {
    const allowed = new Set([
      'officialTitle',
      'title',
      'source',
      'agencies',
      'authorities',
      'unreadDeadlines',
      'forms',
    ]);
    const tooLong: string[] = [];
    const look = (value: unknown, key: string) => {
      if (typeof value === 'string' && !allowed.has(key) && value.length > longestText) tooLong.push(value);
      else if (Array.isArray(value)) for (const item of value) look(item, key);
      else if (value && typeof value === 'object')
        for (const [name, item] of Object.entries(value)) look(item, name);
    };
    for (const procedure of facts.values()) look(procedure, '');
    expect(tooLong).toEqual([]);
    expect([...facts.values()].filter((procedure) => 'prose' in procedure)).toEqual([]);
  });
});

describe('shipping facts', () => {
  it('leaves out prose, notes and raw text, and cuts long conditions at a word', () => {
    const row = readMade({
      trinh_tu_thuc_hien: 'Bước 1',
      cach_thuc_thuc_hien: channels(`Trực tuyến3 Ngày10,000 VNĐ(${'một hai '.repeat(60)})Nộp qua Cổng`),
    });
    const shipped = shippedFacts(row);
    expect(shipped).not.toHaveProperty('prose');
    const [channel] = shipped.channels;
    expect(channel).not.toHaveProperty('note');
    expect(channel).not.toHaveProperty('raw');
    expect(channel?.fees[0]?.condition).toMatch(/^(?:một hai )+một…$|^(?:một hai )*một hai…$/);
  });
});
