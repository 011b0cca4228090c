import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { DataSource } from 'typeorm';
import { createTestDatabase, type TestDatabase } from '../../../../test/database.js';
import { shippedDefinition } from '../definition/load-definitions.js';
import { channels, madeRow } from '../import/made-row.fixture.js';
import { readShippedFacts } from '../import/shipped-facts.js';
import { importProcedures } from './import-procedures.js';
import { Procedure } from './procedure.entity.js';
import { seedProcedures } from './seed-procedures.js';

describe('procedures in the database', () => {
  let db: TestDatabase;
  let database: DataSource;
  let folder: string;
  beforeAll(async () => {
    db = await createTestDatabase();
    database = await db.owner();
    folder = await mkdtemp(join(tmpdir(), 'export-'));
  }, 120_000);
  afterAll(async () => {
    await rm(folder, { recursive: true });
    await db.close();
  });

  const now = new Date('2026-11-20T03:00:00Z');
  const later = new Date('2026-11-21T03:00:00Z');
  /** Imports made rows; a text stands for a line that is no row. */
  async function load(rows: (Record<string, unknown> | string)[], at = now) {
    const file = join(folder, 'export.jsonl');
    const lines = rows.map((row) => (typeof row === 'string' ? row : JSON.stringify(row)));
    await writeFile(file, lines.join('\n'));
    return importProcedures(database, file, at);
  }
  const procedure = (code: string) => database.getRepository(Procedure).findOneByOrFail({ code });

  it('a fresh database holds the 1,977 that ship and what only has a definition, and seeding again leaves them alone', async () => {
    const table = 'SELECT code, digest, imported_at FROM catalogue.procedure ORDER BY code';
    const before = await database.query(table);
    const imported = new Set<string>();
    for await (const { code } of readShippedFacts()) imported.add(code);
    const codes = before.map(({ code }: { code: string }) => code);
    const besides = codes.filter((code: string) => !imported.has(code));
    expect(codes.length - besides.length).toBe(1977);
    expect(besides).toContain('9.000101');
    expect(besides.map((code: string) => shippedDefinition(code)?.code)).toEqual(besides);
    await seedProcedures(database.manager, later);
    expect(await database.query(table)).toEqual(before);
  });

  it('an export adds, then changes what changed and nothing else', async () => {
    const rows = [madeRow({ ma_thu_tuc: '9.000001' }), madeRow({ ma_thu_tuc: '9.000002' })];
    expect((await load(rows)).counts).toEqual({ added: 2, changed: 0, unchanged: 0 });
    expect((await load(rows, later)).counts).toEqual({ added: 0, changed: 0, unchanged: 2 });
    expect((await procedure('9.000001')).importedAt).toEqual(now);

    const changed = [rows[0] ?? {}, madeRow({ ma_thu_tuc: '9.000002', linh_vuc: 'Quốc tịch' })];
    expect((await load(changed, later)).counts).toEqual({ added: 0, changed: 1, unchanged: 1 });
    expect(await procedure('9.000002')).toMatchObject({
      field: 'Quốc tịch',
      fieldSlug: 'quoc-tich',
      importedAt: later,
    });
    expect((await procedure('9.000001')).importedAt).toEqual(now);
  });

  it('keeps the prose of a full export, beside the facts', async () => {
    await load([madeRow({ ma_thu_tuc: '9.000003', trinh_tu_thuc_hien: 'Bước 1: Nộp\nBước 2: Nhận' })]);
    const { prose, facts } = await procedure('9.000003');
    expect(prose?.steps).toBe('Bước 1: Nộp\nBước 2: Nhận');
    expect(facts).not.toHaveProperty('prose');
  });

  it('reports each line that it does not import, and imports the others', async () => {
    const { report, counts } = await load([
      madeRow({ ma_thu_tuc: '9.000004' }),
      'not JSON',
      madeRow({ ma_thu_tuc: 'nonsense' }),
      madeRow({ ma_thu_tuc: '9.000004' }),
    ]);
    expect(counts.added).toBe(1);
    expect(report.rejected).toEqual([
      { line: 2, reason: 'not-json' },
      { line: 3, code: 'nonsense', reason: 'code-malformed' },
      { line: 4, code: '9.000004', reason: 'code-repeated' },
    ]);
  });

  it('takes rows that PostgreSQL would choke on: NUL, half a character, a very long word', async () => {
    const hostile = `a\u0000b \uD800 ${'x'.repeat(5000)} ' \\u0000 \\ %s`;
    const { counts } = await load([
      madeRow({
        ma_thu_tuc: '9.000005',
        ten_thu_tuc: `Thủ tục ${hostile}`,
        linh_vuc: `Lĩnh vực ${hostile}`,
        trinh_tu_thuc_hien: hostile,
        co_quan_thuc_hien: hostile,
        cach_thuc_thuc_hien: hostile,
        doi_tuong_thuc_hien: hostile,
        ket_qua_xu_ly: hostile,
      }),
    ]);
    expect(counts.added).toBe(1);
  });

  it('offers online what has that channel, unless the page collected is of another procedure', async () => {
    const other = 'Tên thủ tụcKhácMã thủ tục8.888888Số quyết định1/QĐ';
    await load([
      madeRow({ ma_thu_tuc: '9.000006' }),
      madeRow({ ma_thu_tuc: '9.000007', raw_text: other }),
      madeRow({ ma_thu_tuc: '9.000008', cach_thuc_thuc_hien: channels('Trực tiếp3 Ngày làm việcMiễn phí') }),
    ]);
    expect((await procedure('9.000006')).online).toBe(true);
    expect((await procedure('9.000007')).online).toBe(false);
    expect((await procedure('9.000008')).online).toBe(false);
  });

  it('imports nothing where the database refuses a row', async () => {
    await database.query(`ALTER TABLE catalogue.procedure ADD CONSTRAINT test CHECK (code <> '9.000010')`);
    const rows = [madeRow({ ma_thu_tuc: '9.000009' }), madeRow({ ma_thu_tuc: '9.000010' })];
    await expect(load(rows)).rejects.toThrow(/test/);
    await database.query('ALTER TABLE catalogue.procedure DROP CONSTRAINT test');
    expect(await database.getRepository(Procedure).countBy({ code: '9.000009' })).toBe(0);
  });
});
