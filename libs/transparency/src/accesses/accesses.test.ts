import { type Access as Recorded, recordAccess } from '#lib/audit';
import { findAgency } from '#lib/organisations';
import { newId, type Platform } from '#lib/platform';
import { textIn } from '../../../applications/src/draft/page-form.fixture.js';
import { minh } from '../../../identity/test/people.js';
import { type CitizenAtHome, createPortalWorld, type PortalWorld } from '../../../../test/portal-world.js';

let world: PortalWorld;
let desk: Platform;
let lan: CitizenAtHome;
let agencyId: string;

beforeAll(async () => {
  world = await createPortalWorld();
  world.db.clock.set('2026-11-20T03:05:00Z');
  desk = await world.db.platform('desk');
  agencyId = (await findAgency(desk.database.manager, { communeCode: '00082' }))?.id ?? '';
});
afterAll(() => world?.close());
beforeEach(async () => {
  lan ??= await world.citizen();
  await lan.browser.signIn();
});

/** An intake officer of phường Cửa Nam sees something of Lan's. */
async function seen(more: Partial<Recorded> = {}): Promise<void> {
  world.db.clock.advance(1000);
  await recordAccess(desk.database.manager, [
    {
      at: world.db.clock.now(),
      actorKind: 'officer',
      actorId: newId(),
      actorRoles: ['intake'],
      agencyId,
      purpose: 'case-handling',
      subjectPersonId: lan.id,
      caseId: null,
      what: 'case-file',
      ...more,
    },
  ]);
}

const list = async (query = '') => (await lan.get(`/account/accesses${query}`)).text;
const linkIn = (page: string) => /href="(\/account\/accesses\/[0-9a-f-]{36})"/.exec(page)?.[1] ?? '';

test('who has just signed up sees that the register was asked, and that nobody looked before', async () => {
  const fresh = await world.citizen(minh);
  expect((await fresh.get('/account/accesses')).text).toContain('Tra cứu trong cơ sở dữ liệu dân cư');
  const { text } = await fresh.get('/account/accesses?before=2020-01-01T00:00:00.000Z');
  expect(text).toContain('Chưa ai xem dữ liệu của bạn');
});

test('a look is told with when, which role and agency, and never with the name of the officer', async () => {
  await seen();
  const page = textIn(await list());
  expect(page).toContain('Mở hồ sơ');
  expect(page).toContain('Cán bộ tiếp nhận · UBND phường Cửa Nam');
  expect(page).toContain('20/11/2026');
});

test('the same officer seeing the same five times on a day is one entry, and the next day another', async () => {
  const [actorId, caseId] = [newId(), newId()];
  for (let times = 0; times < 5; times++) {
    await seen({ actorId, caseId, what: 'queue-row' });
    world.db.clock.advance(60_000);
  }
  world.db.clock.set('2026-11-20T17:30:00Z');
  await seen({ actorId, caseId, what: 'queue-row' });
  await lan.browser.signIn();
  const page = textIn(await list());
  expect(page.match(/Thấy hồ sơ trong danh sách công việc/g)).toHaveLength(2);
  expect(page).toContain('5 lần trong ngày');
});

test('nobody sees the looks at somebody else’s data, nor asks about them', async () => {
  await seen();
  const link = linkIn(await list());
  const other = await world.citizen({ ...minh, idNumber: '001090054321' });
  expect((await other.get(link)).status).toBe(404);
  expect((await other.post(`${link}/question`, { question: 'Vì sao?' })).status).toBe(404);
  expect((await lan.get('/account/accesses/not-an-id')).status).toBe(404);
});

test('a look can be asked about once; the agency has fifteen days', async () => {
  world.db.clock.set('2026-11-27T03:00:00Z');
  await lan.browser.signIn();
  await seen();
  const link = linkIn(await list());
  const sent = await lan.post(`${link}/question`, { question: 'Vì sao cán bộ mở hồ sơ\r\ncủa tôi?' });
  expect([sent.status, sent.headers.location]).toEqual([303, `${link}?done=asked`]);
  const page = textIn((await lan.get(link)).text);
  expect(page).toContain('Vì sao cán bộ mở hồ sơ');
  // 15 days from Friday 27 November is Saturday 12 December, so the next working day.
  expect(page).toContain('14/12/2026');
  expect(page).not.toContain('Gửi câu hỏi');
  const again = await lan.post(`${link}/question`, { question: 'Còn nữa' });
  expect(again.headers.location).toBe(`${link}?refused=question-asked-already`);
  expect(textIn(await list())).toContain('Đã hỏi');

  world.db.clock.set('2026-12-15T03:00:00Z');
  await lan.browser.signIn();
  expect(textIn((await lan.get(link)).text)).toContain('cơ quan cấp trên nay cũng thấy câu hỏi');
  world.db.clock.set('2026-11-27T03:00:00Z');
  await lan.browser.signIn();
});

test('what a system read with consent is told with its name and what it was, once a day', async () => {
  const shared = { actorKind: 'system' as const, actorId: null, actorRoles: [], agencyId: null };
  const what = {
    what: 'shared-data',
    relyingParty: 'sample-ministry',
    scopes: ['profile', 'birth_date'],
  } as const;
  for (const _ of [1, 2]) await seen({ ...shared, ...what, scopes: [...what.scopes] });
  const page = await list();
  const words = textIn(page);
  expect(words.match(/Nhận thông tin bạn đã đồng ý chia sẻ/g)).toHaveLength(1);
  for (const said of [
    'Hệ thống tra cứu quyền lợi · Bộ Mẫu',
    'Đã nhận: Họ, chữ đệm và tên, Ngày sinh',
    '2 lần trong ngày',
  ])
    expect(words).toContain(said);
  const one = textIn((await lan.get(linkIn(page))).text);
  expect(one).toContain('Hệ thống tra cứu quyền lợi · Bộ Mẫu');
});

test.each([
  ['nothing', '  \n ', 'question-empty'],
  ['a book', 'a'.repeat(2001), 'question-too-long'],
])('%s is no question', async (_, question, code) => {
  await seen({ caseId: newId() });
  const link = linkIn(await list());
  const sent = await lan.post(`${link}/question`, { question });
  expect([sent.status, sent.text]).toEqual([422, expect.stringContaining(`data-code="${code}"`)]);
  expect(sent.text).toContain(`${question.trim()}</textarea>`);
});

test('two tabs asking in the same instant make one question', async () => {
  await seen({ caseId: newId() });
  const link = linkIn(await list());
  const both = await Promise.all(
    ['Một', 'Hai'].map((question) => lan.post(`${link}/question`, { question })),
  );
  expect(both.map(({ headers }) => headers.location).toSorted()).toEqual([
    `${link}?done=asked`,
    `${link}?refused=question-asked-already`,
  ]);
});

test('every look is reached page by page, though many happened in one instant', async () => {
  const cases = Array.from({ length: 250 }, () => newId());
  world.db.clock.advance(60_000);
  const at = world.db.clock.now();
  await recordAccess(
    desk.database.manager,
    cases.map((caseId, index) => ({
      at: new Date(at.getTime() - Math.floor(index / 20)),
      actorKind: 'officer' as const,
      actorId: newId(),
      agencyId,
      purpose: 'case-handling',
      subjectPersonId: lan.id,
      caseId,
      what: 'attachment' as const,
    })),
  );
  let [found, query] = [0, ''];
  for (let pages = 0; pages < 10; pages++) {
    const page = await list(query);
    found += page.match(/Mở giấy tờ đã nộp/g)?.length ?? 0;
    const next = /href="\/account\/accesses(\?before=[^"&]+)"/.exec(page)?.[1];
    if (!next) break;
    query = next;
  }
  expect(found).toBe(250);
});

test('any other word in the address is no page of the past', async () => {
  for (const before of ['x', '', '9'.repeat(400), '2026-13-45', '%00'])
    expect((await lan.get(`/account/accesses?before=${before}`)).status).toBe(200);
});

test('that the portal asked the population register is written down', async () => {
  const [draft] = [await lan.draft({})];
  await lan.get(`/drafts/${draft}/pages/requester`);
  expect(textIn(await list())).toContain('Tra cứu trong cơ sở dữ liệu dân cư');
});
