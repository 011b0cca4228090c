import type { ServerResponse } from 'node:http';
import { setTimeout } from 'node:timers/promises';
import { Logger } from '@nestjs/common';
import { Refusal } from '#lib/platform';
import { hostileServer } from '../hostile-register.fixture.js';
import { NationalSystem } from '../national-system/national-system.js';
import { HttpPopulationRegister } from './http-population-register.js';
import type { RegisterPerson } from './register-person.js';

const idNumber = '001090012345';
const minh: RegisterPerson = {
  idNumber,
  fullName: 'Nguyễn Văn Minh',
  birthDate: '1990-04-12',
  sex: 'male',
  phone: '0900000101',
  deceased: false,
  nationality: 'VN',
  ethnicGroup: '01',
  residence: { province: '01', commune: '00082', detail: '', kind: 'permanent' },
  hometown: { province: '01', commune: '09556', detail: '' },
};
const unavailable = { code: 'register-unavailable', status: 503 };
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

test('a person comes with the purpose, the caller and the key sent along', async () => {
  const { register, server } = await answering(json(200, minh));
  expect(await register.findPerson(idNumber, 'sign-up')).toEqual(minh);
  expect(server.asked).toMatchObject([
    {
      method: 'GET',
      url: `/api/population/people/${idNumber}`,
      headers: { 'x-purpose': 'sign-up', 'x-caller': 'cong-dich-vu-cong', authorization: 'Bearer key' },
    },
  ]);
});

test('a purpose with Vietnamese letters travels in a header', async () => {
  const { register, server } = await answering(json(200, minh));
  await register.findPerson(idNumber, 'đăng ký');
  expect(decodeURI(String(server.asked[0]?.headers['x-purpose']))).toBe('đăng ký');
});

test('what the register tells without being asked is dropped', async () => {
  const { register } = await answering(
    json(200, { ...minh, religion: 'none', residence: { ...minh.residence, gps: 1 } }),
  );
  expect(await register.findPerson(idNumber, 'sign-up')).toEqual(minh);
});

test('nobody has this number: undefined, and an empty household', async () => {
  const { register } = await answering(json(404, { code: 'person-not-found' }));
  expect(await register.findPerson(idNumber, 'sign-up')).toBeUndefined();
  expect(await register.household(idNumber, 'prefill')).toEqual([]);
});

test.each<[string, (response: ServerResponse) => void]>([
  ['a 404 of something else at its address', json(404, { message: 'no route' })],
  ['a page instead of data', (response) => response.end('<h1>Bảo trì</h1>')],
  ['nothing', (response) => response.end()],
  ['null', json(200, null)],
  ['a list', json(200, [minh])],
  ['another person', json(200, { ...minh, idNumber: '001090054321' })],
  ['a birth date that does not exist', json(200, { ...minh, birthDate: '1990-02-30' })],
  ['a name that is a thing', json(200, { ...minh, fullName: { vi: 'Minh' } })],
  ['a phone that is a script', json(200, { ...minh, phone: '<script>' })],
  ['a person with a status that was not agreed', json(206, minh)],
  ['a person without an address', json(200, { ...minh, residence: undefined })],
  ['a wrong key', json(401, { code: 'api-key-missing' })],
  ['a redirect', (response) => response.writeHead(302, { location: 'http://127.0.0.1:1/' }).end()],
])('%s is refused in words', async (_, answer) => {
  const { register } = await answering(answer);
  await expect(register.findPerson(idNumber, 'sign-up')).rejects.toMatchObject(unavailable);
  expect(logged).toHaveLength(1);
});

test('a household that does not hold the person asked for is refused', async () => {
  const member = { ...minh, relationship: 'head' };
  const { register } = await answering(json(200, { members: [member] }));
  expect(await register.household(idNumber, 'prefill')).toEqual([member]);
  await expect(register.household('001090054321', 'prefill')).rejects.toMatchObject(unavailable);
});

test('a household with an unknown relationship is refused', async () => {
  const { register } = await answering(json(200, { members: [{ ...minh, relationship: 'king' }] }));
  await expect(register.household(idNumber, 'prefill')).rejects.toMatchObject(unavailable);
});

test('after a 5xx it is asked twice more', async () => {
  let tries = 0;
  const { register } = await answering((response) => json(++tries < 3 ? 502 : 200, minh)(response));
  expect(await register.findPerson(idNumber, 'sign-up')).toEqual(minh);
  expect(tries).toBe(3);
});

test('after a broken connection it is asked twice more, then refused', async () => {
  const { register, server } = await answering((response) => response.destroy());
  await expect(register.findPerson(idNumber, 'sign-up')).rejects.toBeInstanceOf(Refusal);
  expect(server.asked).toHaveLength(3);
});

test('nobody at the address is refused', async () => {
  const register = registerAt('http://127.0.0.1:1');
  await expect(register.findPerson(idNumber, 'sign-up')).rejects.toMatchObject(unavailable);
});

test('a register that never answers is left alone after one time-out, and not asked again', async () => {
  const { register, server } = await answering(() => undefined, 200);
  const started = Date.now();
  await expect(register.findPerson(idNumber, 'sign-up')).rejects.toMatchObject(unavailable);
  expect(Date.now() - started).toBeLessThan(1500);
  expect(server.asked).toHaveLength(1);
});

test('an answer that trickles in for ever is cut off by the same time-out, and the line with it', async () => {
  const closed = jest.fn();
  const { register } = await answering((response) => {
    const drip = setInterval(() => response.write(' '), 20);
    response.on('close', () => clearInterval(drip)).on('close', closed);
  }, 300);
  await expect(register.findPerson(idNumber, 'sign-up')).rejects.toMatchObject(unavailable);
  await setTimeout(100);
  expect(closed).toHaveBeenCalled();
});

test('an answer larger than a megabyte is refused, and asked for once', async () => {
  const { register, server } = await answering(json(200, { ...minh, photo: 'a'.repeat(3_000_000) }));
  await expect(register.findPerson(idNumber, 'sign-up')).rejects.toMatchObject(unavailable);
  expect(server.asked).toHaveLength(1);
});

test('after six failures in a row the register is given a rest', async () => {
  const { register, server } = await answering(json(500, {}));
  for (let call = 0; call < 4; call++)
    await expect(register.findPerson(idNumber, 'sign-up')).rejects.toMatchObject(unavailable);
  expect(server.asked).toHaveLength(6);
});

test('the log never holds who was asked about', async () => {
  const { register } = await answering(json(200, { ...minh, birthDate: 'x' }));
  await register.findPerson(idNumber, 'sign-up').catch(() => undefined);
  expect(logged).toEqual(['population register: answered 200 with a content that is not what was agreed']);
});

async function answering(answer: (response: ServerResponse) => void, timeoutMs?: number) {
  const server = await hostileServer((_, response) => answer(response));
  open.push(server);
  return { server, register: registerAt(server.url, timeoutMs) };
}

function registerAt(url: string, timeoutMs = 3000): HttpPopulationRegister {
  const system = new NationalSystem({
    name: 'population register',
    url,
    apiKey: 'key',
    unavailable: 'register-unavailable',
    timeoutMs,
  });
  const register = new HttpPopulationRegister(system);
  open.unshift({ close: () => register.onModuleDestroy() });
  return register;
}

function json(status: number, body: unknown): (response: ServerResponse) => void {
  return (response) =>
    response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body));
}
