import { setTimeout } from 'node:timers/promises';
import type { Browser, Page } from 'playwright-core';
import { Client } from 'pg';
import { accessibilityFindings, browserOf, type Device, openBrowser } from './browser.js';
import { enrol, people, press, signUp } from './cast.js';
import { type Standalone, startStandalone } from './standalone.js';

/** What happens to passkeys in life: a device that lies, a phone that is shared, a phone that is lost. */
const patience = 300_000;

let product: Standalone;
let browser: Browser;
let database: Client;
let page: Page;
let device: Device;

beforeAll(async () => {
  [product, browser] = await Promise.all([startStandalone(), openBrowser()]);
  database = new Client(product.databaseUrl);
  await database.connect();
  ({ page, device } = await browserOf(browser));
  await page.goto(`${product.portal}/sign-up`);
  await signUp(page, product, people.lan);
}, patience);
afterAll(async () => {
  await database?.end();
  await browser?.close();
  await product?.close();
});

async function signOut(at = page): Promise<void> {
  await at.goto(`${product.portal}/account`);
  await Promise.all([at.waitForEvent('load'), at.locator('form[action="/sign-out"] button').click()]);
}

/** Opens the sign-in with a device that does nothing by itself, so that only the button asks for the passkey. */
async function pressSignIn(at = page): Promise<void> {
  await at.goto(`${product.portal}/sign-in`);
  await at.locator('main button').first().click();
}

const isSignedIn = (at = page) => at.waitForURL(({ pathname }) => pathname !== '/sign-in');
const refusedWords = (at = page) => at.locator('[aria-live]', { hasText: /\S/ }).first();

async function setBits(bits: { isBogusSignature?: boolean; isBadUV?: boolean }): Promise<void> {
  const { session, authenticatorId } = device;
  await session.send('WebAuthn.setResponseOverrideBits', { authenticatorId, ...bits });
}

test.each([
  ['a signature that does not fit', { isBogusSignature: true }],
  ['an answer without user verification', { isBadUV: true }],
])(
  '%s lets nobody in, says so on the page, and the next try with an honest device works',
  async (_, bits) => {
    await signOut();
    await setBits(bits);
    await pressSignIn();
    await refusedWords().waitFor();
    expect(new URL(page.url()).pathname).toBe('/sign-in');
    await setBits({ isBogusSignature: false, isBadUV: false });
    await page
      .locator('main button')
      .first()
      .click()
      .catch(() => undefined);
    await isSignedIn();
  },
  patience,
);

test(
  'a counter that goes backwards lets the holder in and leaves a sign of risk',
  async () => {
    const { session, authenticatorId } = device;
    const { credentials } = await session.send('WebAuthn.getCredentials', { authenticatorId });
    const [credential] = credentials;
    if (!credential) throw new Error('The device holds no passkey');
    await database.query('UPDATE identity.passkey SET sign_count = 1000');
    await session.send('WebAuthn.removeCredential', {
      authenticatorId,
      credentialId: credential.credentialId,
    });
    await session.send('WebAuthn.addCredential', {
      authenticatorId,
      credential: { ...credential, signCount: 7 },
    });
    await signOut();
    await pressSignIn().catch(() => undefined);
    await isSignedIn();
    const { rows } = await database.query('SELECT kind FROM identity.risk_event');
    expect(rows.map(({ kind }) => kind)).toContain('counter-regression');
  },
  patience,
);

test(
  'on a shared phone the second person sees nothing of the first, also not with Back',
  async () => {
    const { session, authenticatorId } = device;
    await page.goto(`${product.portal}/account`);
    expect(await page.locator('main').innerText()).toContain(people.lan.fullName);
    await signOut();
    // Nobody touches the device: the waiting offer of the sign-in page would let its owner in again.
    const presence = (enabled: boolean) =>
      session.send('WebAuthn.setAutomaticPresenceSimulation', { authenticatorId, enabled });
    await presence(false);
    await page.goBack();
    await page.waitForURL(/\/sign-in/);
    expect(await page.locator('body').innerText()).not.toContain(people.lan.fullName);
    // First away from that page, then the touch: the other way round its offer is taken on the way out.
    await page.goto(`${product.portal}/sign-up`);
    await presence(true);
    await signUp(page, product, people.minh);
    await page.goto(`${product.portal}/account`);
    const own = await page.locator('body').innerText();
    expect(own).toContain(people.minh.fullName);
    expect(own).not.toContain(people.lan.fullName);
    const { credentials } = await session.send('WebAuthn.getCredentials', { authenticatorId });
    expect(credentials).toHaveLength(2);
  },
  patience,
);

test(
  'who lost the phone gets the account back at a counter; what was on the lost phone opens nothing any more',
  async () => {
    const { page: found, device: newPhone } = await browserOf(browser);
    const [day, month, year] = people.lan.birthDate;
    await found.goto(`${product.portal}/recovery`);
    expect(await accessibilityFindings(found)).toEqual([]);
    await found.locator('main a[href="/recovery/counter"]').click();
    await found.fill('#idNumber', people.lan.idNumber);
    await found.fill('#fullName', people.lan.fullName);
    await found.fill('#birthDate-day', day);
    await found.fill('#birthDate-month', month);
    await found.fill('#birthDate-year', year);
    await press(found);
    expect(await accessibilityFindings(found)).toEqual([]);
    const code = /\b\d{4}\s?\d{4}\b/.exec(await found.locator('main').innerText())?.[0] ?? '';

    const { page: first } = await browserOf(browser);
    await enrol(first, product, 'Đinh Gia Khánh');
    await first.goto(`${product.desk}/counter`);
    await first.fill('main input[name=code]', code);
    await press(first);
    await first.locator('input[name=document][value=identity-card]').check();
    await first.fill('main input[name=tail]', people.lan.idNumber.slice(-4));
    await first.locator('input[name=compared]').check();
    expect(await accessibilityFindings(first)).toEqual([]);
    await press(first);

    const { page: second } = await browserOf(browser);
    await enrol(second, product, 'Lê Thị Ngọc Diệp');
    await second.goto(`${product.desk}/counter`);
    await second.locator('main a[href^="/counter/"]:not([href="/counter/guardianships"])').first().click();
    await second.locator('input[name=decision][value=approve]').check();
    expect(await accessibilityFindings(second)).toEqual([]);
    await press(second);

    await found.reload();
    await found.locator('main a[href="/recovery/passkey"]').click();
    await Promise.all([found.waitForURL(/\/account/), found.locator('main button').last().click()]);
    await found.goto(`${product.portal}/account/passkeys`);
    expect(await found.locator('main h2').count()).toBe(1);
    const { credentials } = await newPhone.session.send('WebAuthn.getCredentials', newPhone);
    expect(credentials).toHaveLength(1);

    const { rows } = await database.query(
      `SELECT count(*)::int AS left FROM identity.passkey JOIN identity.person ON person.id = owner_id WHERE full_name = $1`,
      [people.lan.fullName],
    );
    expect(rows[0].left).toBe(1);
  },
  patience,
);

test(
  'a page with errors can be gone back to after it was corrected, and not any more after signing out',
  async () => {
    const { page: officer, device: key } = await browserOf(browser);
    await enrol(officer, product, 'Hoàng Thị Bích Liên');
    const presence = (enabled: boolean) =>
      key.session.send('WebAuthn.setAutomaticPresenceSimulation', {
        authenticatorId: key.authenticatorId,
        enabled,
      });
    const secret = 'Người chỉ cán bộ được biết';
    const proposal = async (staffNumber: string) => {
      await officer.goto(`${product.desk}/officers/grants/new`);
      await officer.fill('#full-name', secret);
      await press(officer);
      await officer.locator('.govuk-error-summary').waitFor();
      await officer.fill('#staff-number', staffNumber);
      await officer.locator('input[name=role][value=intake]').check();
      await officer.locator('input[name=months][value="3"]').check();
      await press(officer);
      await officer.waitForURL(/\/officers(\?|$)/);
    };
    await proposal('NEW-1');
    await officer.goBack();
    expect(await officer.locator('#full-name').inputValue()).toBe(secret);

    await proposal('NEW-2');
    await presence(false);
    await Promise.all([
      officer.waitForEvent('load'),
      officer.locator('form[action="/sign-out"] button').click(),
    ]);
    for (let back = 0; back < 3; back++) {
      // What was cleared ends at an error of the browser, which is no page that loads.
      await officer.goBack().catch(() => undefined);
      await setTimeout(500);
      expect(await officer.content()).not.toContain(secret);
    }
  },
  patience,
);
