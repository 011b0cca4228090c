import { startTestSandbox, type TestSandbox } from '../sandbox.fixture.js';

const minh = '001090012345';
let world: TestSandbox;
beforeAll(async () => {
  world = await startTestSandbox();
});
afterAll(() => world.close());

test('a registered system learns what the register knows of a person', async () => {
  const response = await world.api(`/api/population/people/${minh}`);
  expect(response.status).toBe(200);
  expect(await response.json()).toEqual({
    idNumber: minh,
    fullName: 'Nguyễn Văn Minh',
    birthDate: '1990-04-12',
    sex: 'male',
    phone: '0900000101',
    deceased: false,
    nationality: 'VN',
    ethnicGroup: '01',
    spouseIdNumber: '036193004128',
    residence: { province: '01', commune: '00082', detail: 'Số 12, ngõ 5, phố Quán Sứ', kind: 'permanent' },
    hometown: { province: '01', commune: '09556', detail: 'Tổ dân phố 7' },
  });
});

test('what is not known is left out', async () => {
  const answer = await (await world.api('/api/population/people/250085000642')).json();
  expect(answer).toMatchObject({ nationality: 'FR', fullName: 'Jean-Marc Lefèvre' });
  expect(Object.keys(answer)).not.toContain('ethnicGroup');
  expect(Object.keys(answer)).not.toContain('hometown');
});

test('a household comes with what each is to its head, the head first', async () => {
  const { members } = await (await world.api('/api/population/people/001319007254/household')).json();
  expect(
    members.map(({ fullName, relationship }: Record<string, string>) => [fullName, relationship]),
  ).toEqual([
    ['Nguyễn Văn Minh', 'head'],
    ['Trần Thị Thu Hà', 'spouse'],
    ['Nguyễn Minh Anh', 'child'],
  ]);
});

test.each(['001090099999', 'abc', "1' OR '1'='1"])('nobody has the number %s', async (number) => {
  for (const part of ['', '/household']) {
    const response = await world.api(`/api/population/people/${encodeURIComponent(number)}${part}`);
    expect(response.status).toBe(404);
    expect(await response.json()).toMatchObject({ code: 'person-not-found' });
  }
});

test.each([undefined, 'Bearer wrong', 'Bearer '])(
  'without the key (%s) nothing is told',
  async (authorization) => {
    const headers = { 'x-purpose': 'test', ...(authorization && { authorization }) };
    const response = await fetch(`${world.url}/api/population/people/${minh}`, { headers });
    expect(response.status).toBe(401);
    expect(await response.json()).toMatchObject({ code: 'api-key-missing' });
  },
);

test('without a purpose nothing is told', async () => {
  const response = await world.api(`/api/population/people/${minh}`, { headers: { 'x-purpose': ' ' } });
  expect(response.status).toBe(400);
  expect(await response.json()).toMatchObject({ code: 'purpose-missing' });
});

test('every look-up is written down with its caller and purpose, found or not', async () => {
  const owner = await world.owner();
  await world.reset();
  const headers = { 'x-purpose': encodeURI('đăng ký khai sinh'), 'x-caller': 'cong-dich-vu-cong' };
  await world.api(`/api/population/people/${minh}`, { headers });
  await world.api('/api/population/people/001090099999/household', { headers: { 'x-purpose': '%' } });
  const [first, second] = await owner.query('SELECT * FROM national.access_entry ORDER BY found DESC');
  expect(first).toMatchObject({
    caller: 'cong-dich-vu-cong',
    purpose: 'đăng ký khai sinh',
    question: 'person',
    about: minh,
    found: true,
    at: world.clock.now(),
  });
  expect(second).toMatchObject({ caller: 'tester', purpose: '%', question: 'household', found: false });
});

describe('the business register beside it', () => {
  const path = '/api/business/enterprises/';

  test('a registered system learns what the register knows of an enterprise, its representatives by name', async () => {
    const response = await world.api(`${path}0319990021`);
    expect(response.status).toBe(200);
    expect(await response.json()).toEqual({
      taxCode: '0319990021',
      name: 'Công ty cổ phần Vận tải Mẫu Sài Gòn',
      kind: 'joint-stock-company',
      status: 'active',
      registeredOn: '2015-09-21',
      address: { province: '79', commune: '26740', detail: 'Số 45, đường Lê Lợi' },
      representatives: [
        { idNumber: '079091013384', position: 'chairperson', fullName: 'Võ Thành Long' },
        { idNumber: '072194005561', position: 'director', fullName: 'Huỳnh Ngọc Trâm' },
      ],
    });
  });

  test.each(['0109999999', 'abc', "1' OR '1'='1"])('no enterprise has the code %s', async (code) => {
    const response = await world.api(path + encodeURIComponent(code));
    expect(response.status).toBe(404);
    expect(await response.json()).toMatchObject({ code: 'enterprise-not-found' });
  });

  test('without the key, or without a purpose, nothing is told', async () => {
    expect((await fetch(`${world.url}${path}0109990012`)).status).toBe(401);
    expect((await world.api(`${path}0109990012`, { headers: { 'x-purpose': ' ' } })).status).toBe(400);
  });

  test('every look-up is written down with its caller and purpose, and shown to testers with the name', async () => {
    await world.reset();
    await world.api(`${path}0109990012`, { headers: { 'x-purpose': 'organisation-account' } });
    const rows = await (await world.owner()).query('SELECT * FROM national.access_entry');
    expect(rows).toMatchObject([
      { question: 'enterprise', about: '0109990012', purpose: 'organisation-account', found: true },
    ]);
    const page = await (await world.page('/')).text();
    expect(page).toContain('organisation-account');
    expect(page.split('Công ty TNHH Sách Mẫu Quán Sứ').length).toBeGreaterThan(2);
  });
});
