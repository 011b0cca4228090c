import { createTwoSides, type TwoSides } from '../../../../test/two-sides.js';
import type { Browser } from '../../../identity/test/browser.js';
import { textIn } from '../draft/page-form.fixture.js';

/** Where applications of the tests are filed. */
let unitCode: string;
let agencyId: string;
let world: TwoSides;
let anybody: Browser;
beforeAll(async () => {
  world = await createTwoSides();
  anybody = await world.browser('portal');
  const [agency] = await world.owner.query(
    `SELECT unit_code, id FROM organisations.agency
      WHERE commune_code = '00082' AND body = 'committee' AND valid_until IS NULL`,
  );
  [unitCode, agencyId] = [agency.unit_code, agency.id];
});
afterAll(() => world.close());

const page = async (path = unitCode, language = 'vi') =>
  textIn((await anybody.get(`/agencies/${path}`, { 'accept-language': language })).text);

/** An application that came to its result so many days after it was filed, due after `dueDays`. */
async function handled(days: number, dueDays: number, stars?: number): Promise<void> {
  const { id } = await world.file();
  await world.owner.query(
    `UPDATE applications.application
        SET waits_for = 'nobody', status = 10, filed_at = $2::timestamptz - make_interval(days => $3),
            due_at = $2::timestamptz - make_interval(days => $3) + make_interval(days => $4), changed_at = $2
      WHERE id = $1`,
    [id, world.db.clock.now(), days, dueDays],
  );
  if (stars)
    await world.owner.query(
      `INSERT INTO applications.rating (application_id, agency_id, stars, words_sealed, rated_at, changed_at)
       VALUES ($1, $2, $3, '', now(), now())`,
      [id, agencyId, stars],
    );
}

test('an agency is found by words, by its province, and led to from the home page', async () => {
  expect((await anybody.get('/')).text).toContain('href="/agencies"');
  const all = await anybody.get('/agencies');
  expect(all.text).toContain('href="/agencies?province=01"');
  expect(textIn(all.text)).toContain('Bộ Tư pháp');
  const found = await anybody.get('/agencies?q=phuong+cua+nam');
  expect(found.text).toContain(`href="/agencies/${unitCode}"`);
  expect(textIn((await anybody.get('/agencies?q=zzzz')).text)).toContain('Không tìm thấy “zzzz”');
  const hanoi = await anybody.get('/agencies?province=01');
  expect(hanoi.text).toContain(`href="/agencies/${unitCode}"`);
  expect(textIn(hanoi.text)).toContain('Thuế thành phố Hà Nội');
  expect((await anybody.get('/agencies?province=99')).status).toBe(404);
});

test('what is told of fewer than five applications might be told of somebody', async () => {
  for (const days of [1, 2, 3, 4]) await handled(days, 3, 5);
  expect(await page()).toMatch(/Trả đúng hạn Chưa đủ số liệu.*Người dân đánh giá Chưa đủ số liệu/);
});

test('figures: what is open, what was in time, how long it took, how it was rated', async () => {
  await handled(5, 3, 3);
  await world.file();
  const text = await page();
  expect(text).toMatch(/Đang giải quyết 1 hồ sơ/);
  expect(text).toMatch(/Trả đúng hạn 60\s?% trong 5 hồ sơ có kết quả gần nhất/);
  expect(text).toMatch(/Thường mất 3 ngày/);
  expect(text).toMatch(/Người dân đánh giá 4,6 trên 5 5 đánh giá/);
  expect(await page(unitCode, 'en')).toMatch(/Answered in time 60% of the 5 that last came to a result/);
});

test('hours, the agency above, and the procedures filed there under their fields', async () => {
  const { text } = await anybody.get(`/agencies/${unitCode}`);
  expect(textIn(text)).toMatch(/Thứ Hai – Thứ Sáu 07:30 – 11:30 · 13:00 – 17:00 Thứ Bảy – Chủ Nhật Nghỉ/);
  expect(textIn(text)).toContain('Cơ quan cấp trên UBND thành phố Hà Nội');
  expect(text).toContain('href="/procedures/1.001193"');
  expect(text).not.toContain('href="/procedures/1.001456"');
  const [saiGon] = await world.owner.query(
    `SELECT unit_code FROM organisations.agency
      WHERE commune_code = '26740' AND body = 'committee' AND valid_until IS NULL`,
  );
  expect(await page(saiGon.unit_code)).toMatch(/Thứ Bảy 07:30 – 11:30 Chủ Nhật Nghỉ/);
  const [police] = await world.owner.query(
    `SELECT unit_code FROM organisations.agency
      WHERE commune_code = '00082' AND body = 'police' AND valid_until IS NULL`,
  );
  const atPolice = (await anybody.get(`/agencies/${police.unit_code}`)).text;
  expect(atPolice).toContain('href="/procedures/1.004194"');
  expect(atPolice).not.toContain('href="/procedures/1.001193"');
});

test('a ministry has its own procedures, and no place', async () => {
  const [ministry] = await world.owner.query(
    `SELECT unit_code FROM organisations.agency WHERE ministry = 'bo-tu-phap'`,
  );
  const { text } = await anybody.get(`/agencies/${ministry.unit_code}`);
  expect(textIn(text)).toContain('Bộ Tư pháp');
  expect(text).toMatch(/href="\/procedures\/[0-9.]+"/);
  expect(textIn(text)).not.toContain('Nơi ');
});

test('a procedure that is withdrawn is not filed there any more', async () => {
  await world.owner.query(
    `INSERT INTO catalogue.withdrawal (code, effective_at, reason, decision, proposed_by, confirmed_by, noted_at)
     VALUES ('1.001193', $1, '{"vi":"x","en":"x","fr":"x"}', '1/QĐ', 'CB1', 'CB2', $1)`,
    [world.db.clock.now()],
  );
  expect((await anybody.get(`/agencies/${unitCode}?again`)).text).not.toContain(
    'href="/procedures/1.001193"',
  );
});

test('an unknown code, and one of an agency that has ended, is no page', async () => {
  for (const code of ['000.00.05', 'x', '%00', 'H26'])
    expect((await anybody.get(`/agencies/${code}`)).status).toBe(404);
  const [ended] = await world.owner.query(
    `SELECT unit_code FROM organisations.agency gone WHERE valid_until IS NOT NULL AND NOT EXISTS (
       SELECT FROM organisations.agency WHERE unit_code = gone.unit_code AND valid_until IS NULL) LIMIT 1`,
  );
  if (ended) expect((await anybody.get(`/agencies/${ended.unit_code}`)).status).toBe(404);
});
