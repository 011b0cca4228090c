import type { Server } from 'node:http';
import { Logger } from '@nestjs/common';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { freePort } from '#lib/platform';
import { Browser } from '../../../../libs/identity/test/browser.js';
import { startPortal } from '../../../../libs/identity/test/start-app.js';
import { startTestSandbox, type TestSandbox } from '../sandbox.fixture.js';

let sandbox: TestSandbox;
let portal: NestFastifyApplication;
let atPortal: Browser;
const portalOrigin = 'http://localhost:3000';

beforeAll(async () => {
  Logger.overrideLogger(false);
  const port = await freePort();
  sandbox = await startTestSandbox({ PORTAL_INTERNAL_URL: `http://127.0.0.1:${port}` });
  sandbox.clock.set(new Date());
  const hosts = { SANDBOX_INTERNAL_URL: sandbox.url, SANDBOX_ORIGIN: sandbox.url };
  portal = await startPortal(await sandbox.platform('portal', hosts));
  const server = portal.getHttpServer() as Server;
  await new Promise<void>((done) => server.listen(port, '127.0.0.1', done));
  atPortal = new Browser(server, portalOrigin);
  await signInWithNationalIdentity();
});
afterAll(async () => {
  await portal.close();
  await sandbox.close();
});

const newBrowser = () => new Browser(sandbox.url, sandbox.url);

/** Opens addresses of either host, each with its own cookies, until a page comes. */
async function follow(address: string, atSandbox: Browser) {
  let to = address;
  for (;;) {
    const [browser, path] = to.startsWith(portalOrigin)
      ? [atPortal, to.slice(portalOrigin.length)]
      : to.startsWith('/sharing/')
        ? [atPortal, to]
        : [atSandbox, to.replace(sandbox.url, '')];
    const response = await browser.get(path);
    if (!response.headers.location) return response;
    to = response.headers.location as string;
  }
}

async function signInWithNationalIdentity() {
  const national = newBrowser();
  let to = (await atPortal.get('/sign-in/national?next=/')).headers.location as string;
  while (!to.includes('/national-identity/'))
    to = (await national.get(to.replace(sandbox.url, ''))).headers.location as string;
  const choice = { act: 'sign-in', person: '001090012345', acr: 'urn:x-vn-eid:level-2' };
  to = (await national.postForm(to, choice)).headers.location as string;
  while (!to.startsWith(portalOrigin))
    to = (await national.get(to.replace(sandbox.url, ''))).headers.location as string;
  await atPortal.get(to.slice(portalOrigin.length));
}

async function signInAt(sample: string, act: 'allow' | 'refuse', browser = newBrowser()) {
  const page = await follow(`/${sample}/sign-in`, browser);
  const path = new URL(page.request.url).pathname;
  if (!path.startsWith('/sharing/')) return { browser, page, asked: '' };
  const { headers } = await atPortal.postForm(path, { act });
  return { browser, asked: page.text, page: await follow(headers.location as string, browser) };
}

test('the sample ministry shows what the portal shares, until the person ends it', async () => {
  const { browser, page, asked } = await signInAt('sample-ministry', 'allow');
  expect(asked).toContain('Số định danh cá nhân');
  for (const said of ['Nguyễn Văn Minh', '001090012345', 'urn:x-vn-portal:level-2', 'national-identity'])
    expect(page.text).toContain(said);
  expect((await browser.get('/sample-ministry?again')).text).toContain('Nguyễn Văn Minh');
  const consents = (await atPortal.get('/account/consents')).text;
  await atPortal.postForm(/action="([^"]+\/ending)"/.exec(consents)?.[1] ?? '', {});
  const ended = await browser.get('/sample-ministry?again');
  expect([ended.status, ended.text]).toEqual([403, expect.stringContaining('data-code="invalid_token"')]);
});

test('the sample province is told neither the number nor the birth date', async () => {
  const { browser, page, asked } = await signInAt('sample-province', 'allow');
  expect(asked).not.toContain('Số định danh cá nhân');
  expect(page.text).toContain('Nguyễn Văn Minh');
  expect(page.text).not.toContain('001090012345');
  expect((await browser.postForm('/sample-province/sign-out', {})).headers.location).toBe('/sample-province');
  expect((await browser.get('/sample-province')).text).not.toContain('Nguyễn Văn Minh');
  // Agreed once: the next sign-in shows no page.
  expect((await signInAt('sample-province', 'allow', browser)).page.text).toContain('Nguyễn Văn Minh');
});

test('who refuses is not signed in there, and reads so', async () => {
  const { page } = await signInAt('sample-ministry', 'refuse');
  expect([page.status, page.text]).toEqual([403, expect.stringContaining('data-code="access_denied"')]);
});

test('two tabs sign in one after the other, and what neither asked for signs nobody out', async () => {
  const browser = newBrowser();
  const sharing = new URL((await follow('/sample-ministry/sign-in', browser)).request.url).pathname;
  const inSecondTab = await browser.get('/sample-ministry/sign-in');
  const inFirstTab = await atPortal.postForm(sharing, { act: 'allow' });
  for (const { headers } of [inFirstTab, inSecondTab])
    expect((await follow(headers.location as string, browser)).text).toContain('Nguyễn Văn Minh');
  expect((await browser.get('/sample-ministry/callback?code=x&state=y')).status).toBe(403);
  expect((await browser.get('/sample-ministry')).text).toContain('Nguyễn Văn Minh');
});

test.each(['', '?code=x&state=y', '?error=%00<script>', '?code=%FF', '?state[]=1'])(
  'a callback that nobody asked for signs nobody in: %s',
  async (query) => {
    const answer = await newBrowser().get(`/sample-ministry/callback${query}`);
    expect([answer.status, answer.text]).toEqual([
      403,
      expect.stringContaining('data-code="no-sign-in-under-way"'),
    ]);
  },
);

test('a cookie that was tampered with counts for nothing', async () => {
  const browser = newBrowser();
  browser.cookies.set('sample_ministry', 'v1.forged');
  expect((await browser.get('/sample-ministry')).text).toContain('Đăng nhập bằng Cổng dịch vụ công');
});

test('no cookie of the portal reaches a system, and none of theirs is for the portal', async () => {
  const { browser } = await signInAt('sample-ministry', 'allow');
  expect([...browser.cookies.keys()]).toEqual(['sample_ministry']);
  expect([...atPortal.cookies.keys()].some((name) => name.startsWith('sample'))).toBe(false);
});
