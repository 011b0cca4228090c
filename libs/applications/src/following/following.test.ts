import { newId } from '#lib/platform';
import { Browser } from '../../../identity/test/browser.js';
import { lan } from '../../../identity/test/people.js';
import { type CitizenAtHome, createPortalWorld, type PortalWorld } from '../../../../test/portal-world.js';
import { type Filed, fileApplication } from '../../../../test/file-application.js';
import { readSecret } from './tracking-secret.js';

let world: PortalWorld;
let citizen: CitizenAtHome;
let filed: Filed;
let secret: string;
beforeAll(async () => {
  world = await createPortalWorld();
  citizen = await world.citizen();
  filed = await fileApplication(world.owner, world.portal);
  secret = secretIn((await citizen.get(`/applications/${filed.id}/receipt`)).text);
});
afterAll(() => world.close());
beforeEach(() => world.owner.query('TRUNCATE identity.throttle'));

const secretIn = (html: string) =>
  /[0-9A-Z]{4}(-(<wbr\/?>)?[0-9A-Z]{4}){3}(?=<)/.exec(html)?.[0].replace(/<wbr\/?>/g, '') ?? '';
const passerBy = () => new Browser(citizen.browser.server, world.portal.config.portal.origin);
const follow = (code: string, typed: string, browser = passerBy()) =>
  browser.postForm('/follow', { code, secret: typed });

test('the receipt shows the same secret each time, with a QR code that keeps it behind the #', async () => {
  const again = await citizen.get(`/applications/${filed.id}/receipt`);
  expect(secret).toMatch(/^[0-9A-HJKMNP-TV-Z]{4}(-[0-9A-HJKMNP-TV-Z]{4}){3}$/);
  expect(secretIn(again.text)).toBe(secret);
  expect(again.text).toMatch(/<img src="data:image\/svg\+xml;base64,/);
  expect(again.text).not.toMatch(/href="[^"]*follow[^"]*[#?]/);
});

test('the secret is kept as a hash and sealed, never as it is', async () => {
  const [row] = await world.owner.query('SELECT * FROM applications.tracking_secret');
  expect(JSON.stringify(row)).not.toContain(readSecret(secret));
});

test('code and secret open where it stands, and nothing of anybody', async () => {
  const browser = passerBy();
  const opened = await follow(filed.number, secret, browser);
  expect([opened.status, opened.headers.location]).toEqual([303, '/follow/status']);
  const { status, text } = await browser.get('/follow/status');
  expect(status).toBe(200);
  expect(text).toContain('Đăng ký khai sinh');
  expect(text).toContain('phường Cửa Nam');
  expect(text).toContain('Hạn trả kết quả');
  for (const secretThing of [lan.fullName, lan.idNumber, 'Phạm Gia Bảo', filed.id])
    expect(text).not.toContain(secretThing);
});

test('they may be typed in small letters, without hyphens, O for 0, and with blanks', async () => {
  const typed = secret.toLowerCase().replaceAll('-', ' ').replaceAll('0', 'o').replaceAll('1', 'l');
  expect((await follow(` ${filed.number.toLowerCase()} `, typed)).status).toBe(303);
});

test('a wrong code and a wrong secret get the same answer, to the byte', async () => {
  const other = filed.number.replace(/\d$/, (digit) => String((Number(digit) + 1) % 10));
  const wrongCode = await follow(other, secret);
  const wrongSecret = await follow(filed.number, 'AAAA-AAAA-AAAA-AAAA');
  expect([wrongCode.status, wrongSecret.status]).toEqual([422, 422]);
  expect(wrongCode.text.replaceAll(other, filed.number)).toBe(wrongSecret.text);
  expect(wrongCode.text).not.toContain(secret);
});

test.each([
  ['nothing', '', ''],
  ['no secret', 'code', ''],
  ['text a database cannot hold', '\0', '\ud800'],
  ['very long text', 'x'.repeat(20_000), 'y'.repeat(20_000)],
  ['markup', '<script>alert(1)</script>', '"><img>'],
])('%s gets it as well', async (_, code, typed) => {
  const { status, text } = await follow(code === 'code' ? filed.number : code, typed);
  expect(status).toBe(422);
  expect(text).not.toContain('<script>alert');
});

test('one try after another is slowed down, whether the code exists or not, and only for that code', async () => {
  const unknown = filed.number.replace(/\d{4}$/, '9999');
  for (const code of [filed.number, unknown]) {
    for (let tries = 0; tries < 10; tries += 1) expect((await follow(code, 'wrong')).status).toBe(422);
    expect((await follow(code, 'wrong')).status).toBe(429);
  }
  expect((await follow(filed.number.replace(/\d{4}$/, '9998'), 'wrong')).status).toBe(422);
});

test('what lets a browser look ends after a quarter of an hour, or when it is closed, and cannot be made up', async () => {
  const browser = passerBy();
  await follow(filed.number, secret, browser);
  await browser.postForm('/follow/end', {});
  expect((await browser.get('/follow/status')).headers.location).toBe('/follow');
  await follow(filed.number, secret, browser);
  world.db.clock.advance(15 * 60_000);
  expect((await browser.get('/follow/status')).headers.location).toBe('/follow');
  browser.cookies.set('__Host-follow', `${filed.id} ${Date.now() * 2}`);
  expect((await browser.get('/follow/status')).headers.location).toBe('/follow');
});

test('only who filed it, or for whom it was, sees the secret', async () => {
  const stranger = await world.citizen({ ...lan, idNumber: '001190077777', fullName: 'Người Lạ' });
  expect((await stranger.get(`/applications/${filed.id}/receipt`)).status).toBe(404);
  expect((await stranger.get(`/applications/${newId()}/receipt`)).status).toBe(404);
});
