import { Logger } from '@nestjs/common';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { startTestSandbox, type TestSandbox } from '../../../../apps/national-sandbox/src/sandbox.fixture.js';
import { Browser } from '../../test/browser.js';
import { claimOf } from '../../test/people.js';
import { startPortal } from '../../test/start-app.js';

let sandbox: TestSandbox;
let portal: NestFastifyApplication;

beforeAll(async () => {
  Logger.overrideLogger(false);
  sandbox = await startTestSandbox();
  portal = await startPortal(await sandbox.platform('portal', { SANDBOX_INTERNAL_URL: sandbox.url }));
});
afterAll(async () => {
  await portal.close();
  await sandbox.close();
});

const minh = { idNumber: '001090012345', fullName: 'Nguyễn Văn Minh', birthDate: '1990-04-12' };
const newBrowser = () => new Browser(portal.getHttpServer(), 'http://localhost:3000');

/** The code in a message to a phone; the message may still be on its way. */
async function codeSentTo(phone: string): Promise<string> {
  const owner = await sandbox.owner();
  for (;;) {
    const [message] = await owner.query('SELECT content FROM national.text_message WHERE phone = $1', [
      phone,
    ]);
    if (message) return /\d{6}/.exec(message.content)?.[0] ?? '';
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

test('a person of the national register signs up with the code from the national SMS gateway', async () => {
  const browser = newBrowser();
  await browser.postForm('/sign-up', claimOf(minh));
  const proved = await browser.postForm('/sign-up/code', { code: await codeSentTo('0900000101') });
  expect(proved.headers.location).toBe('/sign-up/passkey');
  expect((await browser.register('/sign-up/passkey/challenge', '/sign-up/passkey')).status).toBe(200);
  expect((await browser.get('/account')).text).toContain(minh.fullName);
});

test('while the register is away the page says so, to everybody alike', async () => {
  const away = await startPortal(
    await sandbox.platform('portal', { SANDBOX_INTERNAL_URL: 'http://127.0.0.1:1' }),
  );
  const browser = new Browser(away.getHttpServer(), 'http://localhost:3000');
  const answer = await browser.postForm('/sign-up', claimOf(minh));
  expect([answer.status, answer.text]).toEqual([
    503,
    expect.stringContaining('Cơ sở dữ liệu quốc gia về dân cư'),
  ]);
  await away.close();
});
