import { startTestSandbox, type TestSandbox } from '../sandbox.fixture.js';

let world: TestSandbox;
beforeAll(async () => {
  world = await startTestSandbox();
});
afterAll(() => world.close());
beforeEach(() => world.reset());

const messages = async () =>
  (await world.owner()).query('SELECT phone, content, received_at FROM national.text_message ORDER BY id');
const send = (body: unknown, headers: Record<string, string> = {}) =>
  world.api('/api/sms', {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body: JSON.stringify(body),
  });

test('a message is taken over and kept', async () => {
  const response = await send({ to: '0900000101', text: 'Mã xác nhận của bạn là 482913.' });
  expect(response.status).toBe(202);
  expect(await messages()).toEqual([
    { phone: '0900000101', content: 'Mã xác nhận của bạn là 482913.', received_at: world.clock.now() },
  ]);
});

test('the same key again is the same message', async () => {
  const key = { 'idempotency-key': '019a0000-0000-7000-8000-000000000001' };
  await send({ to: '0900000101', text: '482913' }, key);
  expect((await send({ to: '0900000101', text: '482913' }, key)).status).toBe(202);
  expect(await messages()).toHaveLength(1);
});

test('without a key two messages are two', async () => {
  await send({ to: '0900000101', text: '1' });
  await send({ to: '0900000101', text: '1' }, { 'idempotency-key': 'not a uuid' });
  expect(await messages()).toHaveLength(2);
});

test.each<[string, unknown]>([
  ['no phone', { text: 'x' }],
  ['a phone of nine digits', { to: '090000010', text: 'x' }],
  ['a phone in words', { to: 'mẹ', text: 'x' }],
  ['no text', { to: '0900000101', text: '' }],
  ['a text that is a list', { to: '0900000101', text: ['x'] }],
  ['a text longer than 500 letters', { to: '0900000101', text: 'x'.repeat(501) }],
  ['a list', []],
])('%s is refused and nothing kept', async (_, body) => {
  expect((await send(body)).status).toBe(400);
  expect(await messages()).toEqual([]);
});

test('without the key nothing is taken over', async () => {
  const response = await fetch(`${world.url}/api/sms`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ to: '0900000101', text: 'x' }),
  });
  expect(response.status).toBe(401);
  expect(await messages()).toEqual([]);
});
