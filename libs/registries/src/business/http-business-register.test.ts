import type { ServerResponse } from 'node:http';
import { Logger } from '@nestjs/common';
import { hostileServer } from '../hostile-register.fixture.js';
import { NationalSystem } from '../national-system/national-system.js';
import type { RegisterEnterprise } from './business-register.js';
import { HttpBusinessRegister } from './http-business-register.js';

const taxCode = '0109990012';
const books: RegisterEnterprise = {
  taxCode,
  name: 'Công ty TNHH Sách Mẫu',
  status: 'active',
  representatives: [{ idNumber: '001090012345', fullName: 'Nguyễn Văn Minh' }],
};
const unavailable = { code: 'business-register-unavailable', status: 503 };
const open: { close(): Promise<unknown> }[] = [];
const logged: string[] = [];

beforeEach(() => {
  logged.length = 0;
  jest.spyOn(Logger.prototype, 'warn').mockImplementation((message) => void logged.push(String(message)));
});
afterEach(async () => {
  jest.restoreAllMocks();
  for (const each of open.splice(0)) await each.close();
});

test('an enterprise comes with what we use of it and no more; purpose, caller and key are sent along', async () => {
  const [representative] = books.representatives;
  const said = { ...books, capital: 1, representatives: [{ ...representative, position: 'director' }] };
  const { register, server } = await answering(json(200, said));
  expect(await register.findEnterprise(taxCode, 'organisation-account')).toEqual(books);
  expect(server.asked).toMatchObject([
    {
      url: `/api/business/enterprises/${taxCode}`,
      headers: {
        'x-purpose': 'organisation-account',
        'x-caller': 'cong-dich-vu-cong',
        authorization: 'Bearer key',
      },
    },
  ]);
});

test('no enterprise has this code: undefined', async () => {
  const { register } = await answering(json(404, { code: 'enterprise-not-found' }));
  expect(await register.findEnterprise(taxCode, 'test')).toBeUndefined();
});

test.each<[string, (response: ServerResponse) => void]>([
  ['a 404 of something else at its address', json(404, { message: 'no route' })],
  ['a page instead of data', (response) => response.end('<h1>Bảo trì</h1>')],
  ['another enterprise', json(200, { ...books, taxCode: '0109990099' })],
  ['an enterprise nobody represents', json(200, { ...books, representatives: [] })],
  ['an unknown status', json(200, { ...books, status: 'asleep' })],
  [
    'a representative without a number',
    json(200, { ...books, representatives: [{ fullName: 'Nguyễn Văn Minh' }] }),
  ],
  ['a wrong key', json(401, { code: 'api-key-missing' })],
])('%s is refused in words', async (_, answer) => {
  const { register } = await answering(answer);
  await expect(register.findEnterprise(taxCode, 'test')).rejects.toMatchObject(unavailable);
  expect(logged).toHaveLength(1);
  expect(logged[0]).not.toContain(taxCode);
});

test('a register out of order is asked twice more, given a rest after six failures, and refused in words', async () => {
  const { register, server } = await answering(json(500, {}));
  for (let call = 0; call < 4; call++)
    await expect(register.findEnterprise(taxCode, 'test')).rejects.toMatchObject(unavailable);
  expect(server.asked).toHaveLength(6);
});

test('a register that never answers is left alone after one time-out', async () => {
  const { register, server } = await answering(() => undefined, 200);
  await expect(register.findEnterprise(taxCode, 'test')).rejects.toMatchObject(unavailable);
  expect(server.asked).toHaveLength(1);
});

async function answering(answer: (response: ServerResponse) => void, timeoutMs = 3000) {
  const server = await hostileServer((_, response) => answer(response));
  const system = new NationalSystem({
    name: 'business register',
    url: server.url,
    apiKey: 'key',
    unavailable: 'business-register-unavailable',
    timeoutMs,
  });
  const register = new HttpBusinessRegister(system);
  open.push({ close: () => register.onModuleDestroy() }, server);
  return { server, register };
}

function json(status: number, body: unknown): (response: ServerResponse) => void {
  return (response) =>
    response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body));
}
