import { createDeskWorld, type DeskWorld, type OfficerAtWork } from '../../../../test/desk-world.js';
import { upload } from '../draft/designers.fixture.js';
import { channels, madeRow } from '../../../catalogue/src/import/made-row.fixture.js';

let world: DeskWorld;
let yen: OfficerAtWork;
beforeAll(async () => {
  world = await createDeskWorld();
  yen = await world.officer('Vương Thị Hải Yến', 'designer');
}, 120_000);
afterAll(() => world?.close());

const row = (code: string, given: Record<string, unknown> = {}) => madeRow({ ma_thu_tuc: code, ...given });
const lines = (rows: unknown[]) => Buffer.from(rows.map((each) => JSON.stringify(each)).join('\n'));

const read = ({ browser }: OfficerAtWork, file: Buffer) =>
  upload(browser, '/design/import/exports', {}, file);

const changeOf = async (code: string) => {
  const { text } = await yen.browser.get('/design/import');
  const [, id] = new RegExp(`value="([0-9a-f-]{36})"[^>]*>(?:(?!value=)[^])*?${code}`).exec(text) ?? [];
  return id ?? '';
};
const decide = (who: OfficerAtWork, outcome: string, change: string) =>
  who.browser.postForm('/design/import/decisions', { outcome, change });

test('the review and the quality of data are open to designers alone', async () => {
  const approver = await world.officer('Phan Thị Hoài An', 'approver');
  for (const path of ['/design/import', '/design/import/acceptance', '/design/quality'])
    expect([(await approver.browser.get(path)).status, (await yen.browser.get(path)).status]).toEqual([
      404, 200,
    ]);
  expect((await read(approver, lines([row('9.200009')]))).status).toBe(404);
  for (const path of ['/design/import/decisions', '/design/import/acceptance'])
    expect((await approver.browser.postForm(path, { outcome: 'accepted', until: '2030-01-01' })).status).toBe(
      404,
    );
});

test('an export is read, each change seen side by side, accepted or dismissed', async () => {
  const answer = await read(yen, lines([row('9.200001'), row('9.200002'), 'no row']));
  expect(answer.status).toBe(200);
  expect(answer.text).toContain('Dòng 3');
  const first = await changeOf('9.200001');
  expect((await decide(yen, 'accepted', first)).headers.location).toBe('/design/import?accepted=1');
  expect((await decide(yen, 'accepted', first)).headers.location).toBe('/design/import?accepted=0');
  const slower = { cach_thuc_thuc_hien: channels('Trực tuyến9 Ngày làm việc10,000 Việt Nam Đồng') };
  await read(yen, lines([row('9.200001', slower), row('9.200002')]));
  const { text } = await yen.browser.get(`/design/import/${await changeOf('9.200001')}`);
  expect(text).toContain('<mark>Trực tuyến: 3 ngày làm việc</mark>');
  expect(text).toContain('<mark>Trực tuyến: 9 ngày làm việc</mark>');
  expect((await decide(yen, 'dismissed', await changeOf('9.200002'))).headers.location).toContain(
    'dismissed=1',
  );
  expect(await changeOf('9.200002')).toBe('');
});

test('all of a filter are accepted after a look at their number, and none chosen is said', async () => {
  expect((await decide(yen, 'accepted', '')).headers.location).toBe('/design/import?refused=none-chosen');
  await read(yen, lines([row('9.200003'), row('9.200004', { bo_nganh: 'bo-y-te' })]));
  const asked = await yen.browser.get('/design/import/acceptance?ministry=bo-y-te');
  expect(asked.text).toContain('Chấp nhận 1 thay đổi?');
  const [, until = ''] = /name="until" value="([^"]*)"/.exec(asked.text) ?? [];
  const sent = { what: '', ministry: 'bo-y-te', until };
  expect((await yen.browser.postForm('/design/import/acceptance', sent)).headers.location).toContain(
    'accepted=1',
  );
  expect([await changeOf('9.200003'), await changeOf('9.200004')]).toEqual([expect.stringMatching(/-/), '']);
  expect((await yen.browser.postForm('/design/import/acceptance', { ...sent, until: 'soon' })).status).toBe(
    400,
  );
});

test.each([
  ['nothing', Buffer.alloc(0), 303],
  ['no export', Buffer.from([0, 1, 2, 255]), 200],
  ['a broken gzip', Buffer.from([0x1f, 0x8b, 8, 0, 1, 2, 3]), 200],
])('%s instead of an export is answered with words', async (_, file, status) => {
  expect((await read(yen, file)).status).toBe(status);
});

test('what is doubtful is listed, the worst kind first, without what has a definition of its own', async () => {
  const { text } = await yen.browser.get('/design/quality');
  expect(text).toMatch(/có thể làm dân thiệt[^]*thiếu hoặc chưa rõ[^]*nên xem/);
  const one = (await yen.browser.get('/design/quality?flag=fee-suspiciously-small')).text;
  expect(one).toContain('1.002032');
  expect(one).not.toContain('1.001193');
  expect((await yen.browser.get('/design/quality?flag=__proto__&page=-7')).status).toBe(200);
});
