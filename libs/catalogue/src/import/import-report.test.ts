import { channels, madeRow } from './made-row.fixture.js';
import { countOutcome, emptyReport, printReport } from './import-report.js';
import { readRow } from './read-row.js';

describe('the report of an import', () => {
  const report = emptyReport();
  const rows = [
    madeRow(),
    madeRow({
      cach_thuc_thuc_hien: channels('Trực tuyến1Miễn phíTrực tiếp1Miễn phí'),
      bo_nganh: 'bo-cong-an',
    }),
    madeRow({ ma_thu_tuc: 'x' }),
  ];
  rows.forEach((row, index) => countOutcome(report, readRow(JSON.stringify(row), index + 1)));

  it('counts rows, rejections, ministries, and flags by times and by procedures', () => {
    expect(report).toMatchObject({
      rows: 3,
      imported: 2,
      rejected: [{ line: 3, code: 'x', reason: 'code-malformed' }],
      ministries: { 'bo-tu-phap': 1, 'bo-cong-an': 1 },
      flags: {
        'deadline-without-unit': { raised: 2, procedures: 1 },
        'deadline-missing': { raised: 1, procedures: 1 },
      },
      read: { channels: 2, online: 2, deadline: 1, 'fee or free': 2 },
    });
  });

  it('is printed as a table that names each rejected line with its reason', () => {
    const text = printReport(report);
    expect(text).toMatch(/imported +2/);
    expect(text).toMatch(/deadline-without-unit +1 +2 {2}a number without unit/);
    expect(text).toMatch(/code-malformed +3 x/);
  });

  it('of nothing prints no empty tables', () => {
    expect(printReport(emptyReport())).not.toContain('Rejected lines');
  });
});
