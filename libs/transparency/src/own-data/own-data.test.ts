import { minh } from '../../../identity/test/people.js';
import { textIn } from '../../../applications/src/draft/page-form.fixture.js';
import { type CitizenAtHome, createPortalWorld, type PortalWorld } from '../../../../test/portal-world.js';
import { readOwnData } from './read-own-data.js';

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

type Held = Record<string, unknown>;
const file = async (who = lan) =>
  JSON.parse((await who.get('/account/data/file')).text) as Record<string, Held[]>;

test('the file holds the identity, what was filed and begun, in codes and in words', async () => {
  const { status, headers } = await lan.get('/account/data/file');
  expect(status).toBe(200);
  expect(headers['content-type']).toBe('application/json; charset=utf-8');
  expect(headers['content-disposition']).toMatch(
    /^attachment; filename="du-lieu-cua-toi-\d{4}-\d\d-\d\d\.json"$/,
  );
  expect(headers['cache-control']).toBe('no-store');
  expect(await file()).toMatchObject({
    asOf: expect.stringMatching(/^\d{4}-\d\d-\d\dT.*Z$/),
    person: { fullName: 'Phạm Thị Lan', idNumber: '001190012345' },
    passkeys: [{ createdAt: expect.any(String), lastUsedAt: expect.any(String) }],
    applications: [
      {
        id: filed,
        answers: { childName: 'Phạm Gia Bảo' },
        said: expect.arrayContaining([
          expect.objectContaining({
            question: expect.stringMatching(/tên của trẻ/),
            answer: 'Phạm Gia Bảo',
          }),
        ]),
        events: expect.arrayContaining([
          expect.objectContaining({ actor: 'citizen', what: 'Đã ký và nộp hồ sơ' }),
        ]),
      },
    ],
    drafts: [{ title: expect.any(String) }],
  });
});

test('no secret of the portal is in the file', async () => {
  const { text } = await lan.get('/account/data/file');
  expect(text).not.toMatch(/sealed|token|hash|publicKey|userHandle|blind/i);
});

test('whatever is held and has words is on the page in these words, and what is shared, asked and ended too', async () => {
  const [access] = (await lan.get('/account/accesses')).text.match(/\/account\/accesses\/[\w-]+/) ?? [];
  await lan.post(`${access}/question`, { question: 'Vì sao Cổng hỏi về tôi?' });
  await world.owner.query(
    `INSERT INTO identity.consent (id, person_id, client_id, scopes, words_hash, given_at, last_used_at, ended_at)
      VALUES (gen_random_uuid(), $1, 'sample-ministry', '{openid,profile}', '', now(), now(), now())`,
    [lan.id],
  );
  await world.owner.query(
    `INSERT INTO identity.recovery (id, person_id, started_at, ready_at, expires_at, ended_at, ended_by)
      VALUES (gen_random_uuid(), $1, now(), now() + interval '1 day', now() + interval '8 days', now(), 'cancelled')`,
    [lan.id],
  );
  await world.owner.query(
    `INSERT INTO identity.risk_event (id, audience, owner_id, kind, facts, at)
      VALUES (gen_random_uuid(), 'portal', $1, 'counter-regression', '{"stored": 7, "shown": 5}', now())`,
    [lan.id],
  );
  const page = textIn((await lan.get('/account/data')).text);
  for (const words of [
    'Khóa truy cập',
    'Dùng lần cuối lúc',
    'Safari trên iPhone',
    '001190012345',
    'Đã ký và nộp hồ sơ',
    'Hồ sơ đang khai',
    'Vì sao Cổng hỏi về tôi?',
    'Đã hủy',
    'Bộ đếm của khóa truy cập lùi lại Chi tiết kỹ thuật shown: 5, stored: 7',
    'Không có gì ở các mục: Hồ sơ người khác nộp thay bạn',
  ])
    expect(page).toContain(words);
  expect(page).not.toContain('Mozilla');
  const { accesses, consents, questions, recoveries } = await file();
  expect(accesses).toContainEqual(
    expect.objectContaining({
      what: expect.stringContaining('để mở hoặc lấy lại tài khoản'),
      by: 'Hệ thống của Cổng',
    }),
  );
  expect(questions).toMatchObject([{ question: 'Vì sao Cổng hỏi về tôi?', answer: null }]);
  expect(consents).toMatchObject([{ endedAt: expect.any(String) }]);
  expect(recoveries).toMatchObject([{ endedBy: 'cancelled' }]);
});

/** Tables that name a person, and where what they hold is told. */
const told: Record<string, string> = {
  'applications.application': 'applications, filedForYou',
  'applications.draft': 'drafts',
  'audit.access_event': 'accesses',
  'documents.attachment': 'papers of drafts and applications',
  'identity.consent': 'consents',
  'identity.counter_request': 'counterRequests',
  'identity.federated_identity': 'identitiesElsewhere',
  'identity.household_look': 'person',
  'identity.known_device': 'devices',
  'identity.mandate': 'mandates, mandatesOver',
  'identity.organisation': 'organisations',
  'identity.organisation_consent': 'organisationRequests',
  'identity.organisation_request': 'organisationRequests',
  'identity.passkey': 'passkeys',
  'identity.proofing': 'proofings',
  'identity.recovery': 'recoveries',
  'identity.risk_event': 'riskEvents',
  'identity.session': 'sessions',
  'notifications.contact_address': 'contact',
  'notifications.inbox_entry': 'inbox',
  'transparency.access_question': 'questions',
};
/** And why what the others hold is not. */
const untold: Record<string, string> = {
  'identity.challenge': 'lives for one ceremony',
  'identity.phone_code': 'lives for one confirmation',
  'identity.phone_notice': 'waits until it is sent; the inbox says the same',
  'identity.sign_up': 'lives until the account is opened',
};

test('a table that names a person is told of, or there is a reason why not', async () => {
  const tables: { name: string }[] = await world.owner.query(
    `SELECT DISTINCT format('%s.%s', schemaname, relname) AS name
       FROM pg_stat_user_tables JOIN pg_attribute ON attrelid = relid AND attnum > 0 AND NOT attisdropped
       LEFT JOIN pg_constraint ON conrelid = relid AND contype = 'f' AND attnum = ANY (conkey)
      WHERE confrelid = 'identity.person'::regclass
         OR attname IN ('owner_id', 'person_id', 'subject_person_id', 'person_index', 'represented_index')
      ORDER BY 1`,
  );
  expect(tables.map(({ name }) => name)).toEqual(Object.keys({ ...told, ...untold }).toSorted());
});

test('every section and fact has words in each language', async () => {
  for (const language of ['vi', 'en', 'fr'] as const) {
    const platform = world.portal;
    const tx = platform.database.manager;
    const sections = await readOwnData({ tx, platform, personId: lan.id, language });
    expect(sections).toHaveLength(21);
    expect(JSON.stringify(sections)).not.toMatch(/"(label|title)":"(fact|section)-/);
  }
});

test('nobody else is in it', async () => {
  const other = await world.citizen(minh);
  const data = await file(other);
  expect([data.applications, data.drafts, data.questions]).toEqual([[], [], []]);
  expect(data.accesses).toMatchObject([{ code: { actorKind: 'system', what: 'register-query' } }]);
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
