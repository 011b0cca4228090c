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
    id_number: minh,
    found: true,
    at: world.clock.now(),
  });
  expect(second).toMatchObject({ caller: 'tester', purpose: '%', question: 'household', found: false });
});
