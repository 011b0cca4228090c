import { officerRoles } from '#lib/organisations';
import { startTestSandbox, type TestSandbox } from '../sandbox.fixture.js';

const officerId = '019a0000-0000-7000-8000-0000000000aa';
const cuaNam = {
  unitCode: '000.00.04.H26',
  level: 'commune',
  name: { vi: 'UBND phường Cửa Nam', en: 'People’s Committee of Cua Nam Ward', fr: 'Comité populaire' },
  province: { vi: 'Thành phố Hà Nội', en: 'Hanoi City', fr: 'Thành phố Hà Nội' },
};
const officers = {
  status: 200,
  body: {
    officers: [
      {
        id: officerId,
        staffNumber: 'CB1',
        fullName: 'Trần Minh',
        roles: [{ role: 'intake', agency: cuaNam }],
      },
    ],
  },
};
const link = 'http://desk.localhost:3001/enrolment/secret';
let world: TestSandbox;

beforeAll(async () => {
  world = await startTestSandbox();
});
beforeEach(async () => {
  await world.reset();
  world.clock.set('2026-11-20T03:05:00Z');
  world.answers['GET /api/officers'] = officers;
});
afterAll(() => world.close());

const read = async (path = '/', headers?: Record<string, string>) =>
  (await world.page(path, undefined, headers)).text();
const sms = (to: string, text: string) =>
  world.api('/api/sms', {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ to, text }),
  });

test('the page says that it is a sandbox and shows everything a tester needs, without a script', async () => {
  const page = await read();
  for (const text of [
    'Trang này không cần đăng nhập',
    'Nguyễn Văn Minh',
    '001090012345',
    '12/04/1990',
    '0900000101',
    'Nguyễn Minh Khôi',
    '04:25 ngày 08/11/2026',
    'UBND phường Cửa Nam',
    'Trần Minh',
    'tiếp nhận',
    world.config.portal.origin,
    world.config.desk.origin,
    'Thử trọn việc trong 10 bước',
  ])
    expect(page).toContain(text);
});

test.each([
  ['en', 'Test bench', 'Father registering his newborn’s birth'],
  ['fr', 'Banc d’essai', 'Père qui déclare la naissance'],
])('the page is there in %s', async (language, title, testCase) => {
  const page = await read('/', { 'accept-language': language });
  expect(page).toContain(`<html lang="${language}"`);
  expect(page).toContain(title);
  expect(page).toContain(testCase);
});

test.each(['vi', 'en', 'fr'])('every role of officers has a word in %s', async (language) => {
  const roles = officerRoles.map((role) => ({ role, agency: cuaNam }));
  world.answers['GET /api/officers'] = {
    status: 200,
    body: { officers: [{ id: officerId, staffNumber: 'CB1', fullName: 'Trần Minh', roles }] },
  };
  expect(await read('/', { 'accept-language': language })).not.toMatch(/>role-/);
});

test('messages stand newest first, with the code by itself', async () => {
  await sms('0900000101', 'Mã xác nhận của bạn là 482913.');
  world.clock.advance(1000);
  await sms('0900000103', 'Hồ sơ 000.00.04.H26-261120-0042 của bạn đã được tiếp nhận.');
  const page = await read();
  expect(page.indexOf('đã được tiếp nhận')).toBeLessThan(page.indexOf('Mã xác nhận của bạn'));
  expect(page).toMatch(/<strong[^>]*><span class="code-text">482913<\/span><\/strong>/);
  expect(page).toContain('không có mã');
  expect(page).not.toMatch(/<strong[^>]*><span class="code-text">261120/);
});

test('messages to one phone can be looked at alone', async () => {
  await sms('0900000101', 'cho anh Minh');
  await sms('0900000103', 'cho chị Lan');
  const page = await read('/?phone=0900%20000%20103');
  expect(page).toContain('cho chị Lan');
  expect(page).not.toContain('cho anh Minh');
  expect(await read('/?phone=0900000999')).toContain('Chưa có tin nhắn nào đến số 0900000999.');
});

test('what a message says is text, never markup', async () => {
  await sms('0900000101', '<img src=x onerror=alert(1)>');
  expect(await read()).toContain('&lt;img src=x');
});

test('a look-up shows with its system and purpose', async () => {
  await world.api('/api/population/people/001090012345', { headers: { 'x-purpose': 'sign-up' } });
  const page = await read();
  expect(page).toContain('sign-up');
  expect(page).toContain('tester');
});

test('an enrolment link is made by the desk and shown with the officer until it expires', async () => {
  const expiresAt = new Date(world.clock.now().getTime() + 3_600_000).toISOString();
  world.answers['POST /api/enrolment-links'] = { status: 201, body: { url: link, expiresAt } };
  const response = await world.page('/enrolment-letters', { officerId });
  expect(response.status).toBe(303);
  expect(response.headers.get('location')).toBe(`/#officer-${officerId}`);
  expect(world.asked.at(-1)).toMatchObject({ what: 'POST /api/enrolment-links', body: { officerId } });
  expect(await read()).toContain(`href="${link}"`);
  world.clock.advance(3_600_000);
  const later = await read();
  expect(later).not.toContain(`href="${link}"`);
  expect(later).toContain('Đã hết hạn');
});

test('a link whose end the desk does not tell is shown with the hour it was made', async () => {
  world.answers['POST /api/enrolment-links'] = { status: 201, body: { url: link } };
  await world.page('/enrolment-letters', { officerId });
  const page = await read();
  expect(page).toContain(`href="${link}"`);
  expect(page).toContain('Dùng một lần, tạo lúc 10:05 ngày 20/11/2026');
});

test('a trio is appointed at an agency found by its name', async () => {
  world.answers['GET /api/agencies'] = { status: 200, body: { agencies: [cuaNam] } };
  world.answers['POST /api/officers'] = { status: 201, body: { id: officerId } };
  expect(await read('/?agency=cua+nam')).toContain(`value="${cuaNam.unitCode}"`);
  expect(world.asked.map(({ what }) => what)).toContain('GET /api/agencies?words=cua+nam');
  const response = await world.page('/appointments', { agencyCode: cuaNam.unitCode });
  expect(response.status).toBe(303);
  const appointed = world.asked.filter(({ what }) => what === 'POST /api/officers').map(({ body }) => body);
  expect(appointed).toMatchObject(
    ['intake', 'case', 'approver'].map((role) => ({ agencyCode: cuaNam.unitCode, role })),
  );
  expect(await read(String(response.headers.get('location')))).toContain(
    'Đã bổ nhiệm ba cán bộ tại cơ quan UBND phường Cửa Nam.',
  );
});

test('no agency of that name is said', async () => {
  world.answers['GET /api/agencies'] = { status: 200, body: { agencies: [] } };
  expect(await read('/?agency=atlantis')).toContain('Không có cơ quan nào tên có “atlantis”.');
});

test('without the desk the page says so and still shows the rest', async () => {
  world.deskAway(true);
  const page = await read('/?agency=cua');
  expect(page).toContain('Bàn làm việc đang không trả lời');
  expect(page).toContain('001090012345');
  const response = await world.page('/enrolment-letters', { officerId });
  expect(response.status).toBe(503);
  expect(await response.text()).toContain('Bàn làm việc đang không trả lời');
});

test.each([
  ['a fault', { status: 500, body: { title: 'x', help: 'y' } }],
  ['something else', { status: 200, body: { message: 'hello' } }],
  ['a link that is none', { status: 201, body: { url: 'javascript:alert(1)' } }],
  ['an end that is none', { status: 201, body: { url: link, expiresAt: 'never' } }],
])('a desk that answers %s is as good as away', async (_, answer) => {
  world.answers['GET /api/officers'] = answer;
  world.answers['POST /api/enrolment-links'] = answer;
  expect(await read()).toContain('Bàn làm việc đang không trả lời');
  expect((await world.page('/enrolment-letters', { officerId })).status).toBe(503);
});

test('what the desk refuses is told in its words, in the language of the page', async () => {
  const words = { code: 'officer-not-found', title: 'There is no such officer', help: 'Reload the list.' };
  world.answers['POST /api/enrolment-links'] = { status: 404, body: words };
  const response = await world.page('/enrolment-letters', { officerId }, { 'accept-language': 'en' });
  expect(response.status).toBe(422);
  expect(await response.text()).toContain('There is no such officer');
  expect(world.asked.find(({ what }) => what.startsWith('POST'))?.language).toBe('en');
});

test.each([
  ['/enrolment-letters', { officerId: 'x' }],
  ['/enrolment-letters', {}],
  ['/appointments', { agencyCode: '../etc' }],
])('%s refuses %j', async (path, form) => {
  expect((await world.page(path, form as Record<string, string>)).status).toBe(400);
  expect(world.asked.filter(({ what }) => what.startsWith('POST'))).toEqual([]);
});

test('another site cannot make a browser ask for a link', async () => {
  const response = await fetch(`${world.url}/enrolment-letters`, {
    method: 'POST',
    headers: { origin: 'https://evil.example' },
    body: new URLSearchParams({ officerId }),
  });
  expect(response.status).toBe(403);
});

test('in production the sandbox does not start', async () => {
  const { startSandbox } = await import('../start.js');
  await expect(startSandbox({ ...world.config, production: true })).rejects.toThrow(
    /does not run with NODE_ENV=production/,
  );
});
