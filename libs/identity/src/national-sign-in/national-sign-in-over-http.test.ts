import { Logger } from '@nestjs/common';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { startTestSandbox, type TestSandbox } from '../../../../apps/national-sandbox/src/sandbox.fixture.js';
import { Browser } from '../../test/browser.js';
import { startPortal } from '../../test/start-app.js';

let sandbox: TestSandbox;
let portal: NestFastifyApplication;

beforeAll(async () => {
  Logger.overrideLogger(false);
  sandbox = await startTestSandbox();
  sandbox.clock.set(new Date());
  portal = await startPortal(
    await sandbox.platform('portal', { SANDBOX_INTERNAL_URL: sandbox.url, SANDBOX_ORIGIN: sandbox.url }),
  );
});
afterAll(async () => {
  await portal.close();
  await sandbox.close();
});

/** From the portal to a provider, a choice there, and back with what it says. */
async function throughTheProvider(
  browser: Browser,
  form: Record<string, string>,
  query = '',
  at = 'national',
) {
  const abroad = new Browser(sandbox.url, sandbox.url);
  let address = (await browser.get(`/sign-in/${at}${query}`)).headers.location as string;
  const inside = () => address.startsWith('/') || address.startsWith(sandbox.url);
  const path = () => address.replace(sandbox.url, '');
  while (!/^\/(national|foreign)-identity\//.test(path()))
    address = (await abroad.get(path())).headers.location as string;
  const page = await abroad.get(path());
  expect(page.headers['content-security-policy']).toContain("form-action 'self' http://localhost:3000");
  address = (await abroad.postForm(path(), form)).headers.location as string;
  while (inside()) address = (await abroad.get(path())).headers.location as string;
  return browser.get(address.replace('http://localhost:3000', ''));
}
const newBrowser = () => new Browser(portal.getHttpServer(), 'http://localhost:3000');
const minh = { act: 'sign-in', person: '001090012345', acr: 'urn:x-vn-eid:level-2' };

test('a person of the national register signs in with the national identity, for the first time and again', async () => {
  for (let time = 1; time <= 2; time++) {
    const browser = newBrowser();
    const back = await throughTheProvider(browser, minh, '?next=/procedures');
    expect(back.headers.location).toBe('/account/passkey-offer?next=%2Fprocedures');
    expect((await browser.get('/account')).text).toContain('Nguyễn Văn Minh');
  }
});

test('who turns back at the provider reads what to do', async () => {
  const back = await throughTheProvider(newBrowser(), { act: 'cancel' });
  expect([back.status, back.text]).toEqual([403, expect.stringContaining('data-code="cancelled"')]);
});

test('level 1 does not pass where level 2 was asked for', async () => {
  const back = await throughTheProvider(newBrowser(), { ...minh, acr: 'urn:x-vn-eid:level-1' }, '?level=2');
  expect(back.text).toContain('data-code="level-too-low"');
});

test('somebody of the invented neighbour is sent to a counter with a code', async () => {
  const browser = newBrowser();
  const back = await throughTheProvider(browser, { act: 'sign-in', person: 'SV-1001' }, '?next=/', 'abroad');
  const page = await browser.get(back.headers.location as string);
  expect([page.status, page.text]).toEqual([200, expect.stringMatching(/data-counter-code="\d{8}"/)]);
});

test('a locked identity is opened by the national identity at level 2, and by nothing less', async () => {
  const owner = await sandbox.owner();
  await throughTheProvider(newBrowser(), minh);
  const lock = () =>
    owner.query(`UPDATE identity.person SET locked_at = now() WHERE full_name = 'Nguyễn Văn Minh'`);
  const locked = async () =>
    (await owner.query(`SELECT locked_at FROM identity.person WHERE full_name = 'Nguyễn Văn Minh'`))[0]
      .locked_at !== null;
  await lock();
  const browser = newBrowser();
  await throughTheProvider(browser, { ...minh, acr: 'urn:x-vn-eid:level-1' });
  expect([await locked(), browser.cookies.has('__Host-portal')]).toEqual([true, false]);
  await throughTheProvider(browser, minh);
  expect([await locked(), (await browser.get('/account')).status]).toEqual([false, 200]);
});
