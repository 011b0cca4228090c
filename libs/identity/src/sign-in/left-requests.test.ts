import { type AddressInfo, connect } from 'node:net';
import { setTimeout } from 'node:timers/promises';
import { Logger } from '@nestjs/common';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { startTestSandbox, type TestSandbox } from '../../../../apps/national-sandbox/src/sandbox.fixture.js';
import { Browser } from '../../test/browser.js';
import { startPortal } from '../../test/start-app.js';

let sandbox: TestSandbox;
let portal: NestFastifyApplication;
let port: number;
const faults: unknown[][] = [];
const told: unknown[][] = [];
const keep =
  (all: unknown[][]) =>
  (...said: unknown[]) =>
    void all.push(said);

beforeAll(async () => {
  sandbox = await startTestSandbox();
  portal = await startPortal(await sandbox.platform('portal', { SANDBOX_INTERNAL_URL: sandbox.url }));
  await portal.listen(0, '127.0.0.1');
  port = (portal.getHttpServer().address() as AddressInfo).port;
  Logger.overrideLogger({ log: () => undefined, error: keep(faults), fatal: keep(faults), warn: keep(told) });
});
afterAll(async () => {
  Logger.overrideLogger(false);
  await portal?.close();
  await sandbox?.close();
});
beforeEach(() => {
  faults.length = 0;
  told.length = 0;
});

const browser = () => new Browser(portal.getHttpServer(), 'http://localhost:3000');
const posted = (path: string, body: string) =>
  [
    `POST ${path} HTTP/1.1`,
    'Host: localhost:3000',
    'Origin: http://localhost:3000',
    'Sec-Fetch-Site: same-origin',
    'Connection: close',
    `Content-Type: ${body.startsWith('{') ? 'application/json' : 'application/x-www-form-urlencoded'}`,
    `Content-Length: ${body.length}`,
    '',
    body,
  ].join('\r\n');

/** Sends a request and resets the connection a moment later, before or while it is answered. */
async function leave(request: string, afterMilliseconds: number): Promise<void> {
  const socket = connect(port, '127.0.0.1');
  await new Promise((sent) => socket.write(request, sent));
  if (afterMilliseconds > 0) await setTimeout(afterMilliseconds);
  socket.resetAndDestroy();
}

const claim = 'idNumber=001090012345&fullName=Nguyen&birthDate-day=12&birthDate-month=4&birthDate-year=1990';
test.each([
  ['/sign-in', '{"credential":{"id":"AAAA"}}'],
  ['/sign-in/challenge', '{}'],
  ['/sign-up', claim],
  ['/sign-up/code', 'code=123456'],
  ['/sign-up/passkey', '{"credential":{}}'],
  ['/recovery/counter', `purpose=recovery&${claim}`],
  ['/recovery/passkey', '{"credential":{}}'],
])('who leaves while %s is answered leaves no fault behind', async (path, body) => {
  const whole = posted(path, body);
  for (const after of [0, 0, 1, 2, 4, 8, 16, 32]) await leave(whole, after);
  for (const part of [whole.length - 1, whole.length - body.length]) await leave(whole.slice(0, part), 20);
  await setTimeout(150);
  expect(faults).toEqual([]);
  expect((await browser().get('/sign-in')).status).toBe(200);
});

test('a passkey that is not accepted is told in the log: which request, from which network, why', async () => {
  const { status } = await browser().postJson('/sign-in', { credential: 'no' });
  expect(status).toBe(400);
  expect(told).toEqual([
    [
      expect.stringMatching(
        /^[0-9a-f-]{36} POST \/sign-in from 127\.0\.0\.0\/24: passkey-not-accepted: the text is not JSON$/,
      ),
      'Refusal',
    ],
  ]);
});
