import { minh } from '../../../identity/test/people.js';
import { textIn } from '../../../applications/src/draft/page-form.fixture.js';
import { type CitizenAtHome, createPortalWorld, type PortalWorld } from '../../../../test/portal-world.js';
import type { OwnData } from './read-own-data.js';

let world: PortalWorld;
let lan: CitizenAtHome;
let filed: string;

beforeAll(async () => {
  world = await createPortalWorld();
  lan = await world.citizen();
  filed = await lan.draft();
  await lan.sign(filed);
  await lan.draft({ childName: 'Phạm Gia Bảo' });
});
afterAll(() => world?.close());
beforeEach(() => Object.assign(lan.browser, { userAgent: safari }).signIn());

const safari =
  'Mozilla/5.0 (iPhone; CPU iPhone OS 18_6 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/26.0 Mobile/15E148 Safari/604.1';

const file = async (who = lan) => JSON.parse((await who.get('/account/data/file')).text) as OwnData;

test('the file holds the identity, what was filed and begun, in codes and in words', async () => {
  const { status, headers } = await lan.get('/account/data/file');
  expect(status).toBe(200);
  expect(headers['content-type']).toBe('application/json; charset=utf-8');
  expect(headers['content-disposition']).toMatch(
    /^attachment; filename="du-lieu-cua-toi-\d{4}-\d\d-\d\d\.json"$/,
  );
  expect(headers['cache-control']).toBe('no-store');
  const data = await file();
  expect(data.identity.person).toMatchObject({ fullName: 'Phạm Thị Lan', idNumber: '001190012345' });
  expect(data.identity.passkeys).toHaveLength(1);
  expect(data.applications.map(({ id }) => id)).toEqual([filed]);
  expect(data.applications[0]?.answers.childName).toBe('Phạm Gia Bảo');
  expect(data.applications[0]?.said).toContainEqual({
    question: expect.stringMatching(/tên của trẻ/),
    answer: 'Phạm Gia Bảo',
  });
  expect(data.applications[0]?.events[0]).toMatchObject({ actor: 'citizen', what: 'Đã ký và nộp hồ sơ' });
  expect(data.drafts).toHaveLength(1);
});

test('no secret of the portal is in the file', async () => {
  const { text } = await lan.get('/account/data/file');
  expect(text).not.toMatch(/sealed|token|hash|publicKey|userHandle|blind/i);
});

test('the page says the same, to be printed', async () => {
  const page = textIn((await lan.get('/account/data')).text);
  const { sessions } = (await file()).identity;
  expect(sessions[0]?.userAgent).toBe(safari);
  expect(page).not.toContain('Mozilla');
  for (const words of [
    'Safari trên iPhone',
    '001190012345',
    'Phạm Gia Bảo',
    'Đã ký và nộp hồ sơ',
    'Hồ sơ đang khai',
  ])
    expect(page).toContain(words);
});

/** What of the file is words, for people to read. */
function wordsIn(value: unknown, key = ''): string[] {
  if (Array.isArray(value)) return value.flatMap((each) => wordsIn(each, key));
  if (value !== null && typeof value === 'object')
    return Object.entries(value).flatMap(([name, each]) => wordsIn(each, name));
  const wordy = [
    'fullName',
    'name',
    'for',
    'by',
    'what',
    'title',
    'body',
    'question',
    'answer',
    'text',
    'vi',
  ];
  return typeof value === 'string' && wordy.includes(key) ? [value.replace(/\s+/g, ' ').trim()] : [];
}

test('every word of the file is on the page: what was asked, shared and ended, and who acts for one, too', async () => {
  const [access] = (await lan.get('/account/accesses')).text.match(/\/account\/accesses\/[\w-]+/) ?? [];
  await lan.post(`${access}/question`, { question: 'Vì sao Cổng hỏi về tôi?' });
  await world.owner.query(
    `INSERT INTO identity.consent (id, person_id, client_id, scopes, words_hash, given_at, last_used_at, ended_at)
      VALUES (gen_random_uuid(), $1, 'sample-ministry', '{openid,profile}', '', now(), now(), now())`,
    [lan.id],
  );
  const data = await file();
  expect(data.accesses).toContainEqual(
    expect.objectContaining({
      said: { what: expect.stringContaining('khi bạn mở tài khoản'), by: 'Hệ thống của Cổng' },
    }),
  );
  expect(data.questions).toMatchObject([{ question: 'Vì sao Cổng hỏi về tôi?', answer: null }]);
  expect(data.identity.consents).toMatchObject([{ endedAt: expect.any(String) }]);
  const page = textIn((await lan.get('/account/data')).text);
  const { accesses, applications, ...rest } = data;
  const said = accesses.map((each) => each.said);
  const events = applications.flatMap((each) => each.events.map(({ what }) => ({ what })));
  const words = wordsIn([said, events, rest]);
  expect(words.length).toBeGreaterThan(9);
  expect(words.filter((each) => !page.includes(each))).toEqual([]);
  expect(page).toContain('Tổ chức bạn đại diện Không có gì');
});

test('nobody else is in it', async () => {
  const other = await world.citizen(minh);
  const data = await file(other);
  expect([data.applications, data.drafts, data.questions]).toEqual([[], [], []]);
  expect(data.accesses).toMatchObject([{ by: 'system', what: 'register-query' }]);
  expect(JSON.stringify(data)).not.toContain('Lan');
});

test.each(['/account/data', '/account/data/file'])(
  '%s asks for a passkey where the last one was used some time ago',
  async (path) => {
    world.db.clock.advance(6 * 60_000);
    const { status, headers } = await lan.get(path);
    expect([status, headers.location]).toEqual([303, '/step-up?next=%2Faccount%2Fdata']);
  },
);
