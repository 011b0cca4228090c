import { setTimeout } from 'node:timers/promises';
import type { Browser, Page } from 'playwright-core';
import { accessibilityFindings, browserOf, openBrowser } from './browser.js';
import { people, press, signUp } from './cast.js';
import { type Standalone, startStandalone } from './standalone.js';

const patience = 300_000;

let product: Standalone;
let browser: Browser;
let page: Page;
let findings: string[] = [];
const look = async (at = page) => void findings.push(...(await accessibilityFindings(at)));

beforeAll(async () => {
  [product, browser] = await Promise.all([startStandalone(), openBrowser()]);
  ({ page } = await browserOf(browser));
  await page.goto(`${product.portal}/sign-up`);
  await signUp(page, product, people.lan);
}, patience);
afterAll(async () => {
  await browser?.close();
  await product?.close();
});
beforeEach(() => {
  findings = [];
});
afterEach(() => expect(findings).toEqual([]));

/** A device that does nothing until its owner touches it. */
async function untouchedDevice(at: Page): Promise<void> {
  const session = await at.context().newCDPSession(at);
  await session.send('WebAuthn.enable', { enableUI: false });
  await session.send('WebAuthn.addVirtualAuthenticator', {
    options: {
      protocol: 'ctap2',
      transport: 'internal',
      hasResidentKey: true,
      hasUserVerification: true,
      isUserVerified: true,
      automaticPresenceSimulation: false,
    },
  });
}

test(
  'the account leads to passkeys and sessions, and a passkey is renamed on the page',
  async () => {
    await page.goto(`${product.portal}/account`);
    await look();
    await page.locator('main a[href="/account/passkeys"]').click();
    await page.waitForURL(/\/account\/passkeys(\?|$)/);
    await page.locator('details summary').first().click();
    await look();
    await page.fill('main input[name=name]', 'Điện thoại của Lan');
    await press(page, 'main details button');
    expect(await page.locator('main .govuk-summary-card h2').first().innerText()).toBe('Điện thoại của Lan');
    await page.goto(`${product.portal}/account/sessions`);
    await look();
    expect(await page.locator('main').innerText()).toContain('Chrome trên Linux');
    expect(await page.evaluate(() => document.documentElement.scrollWidth <= window.innerWidth)).toBe(true);
  },
  patience,
);

test(
  'the waiting offer under the field is renewed before its challenge dies, and never reloads the page',
  async () => {
    const signIn = await (await browser.newContext({ locale: 'vi-VN' })).newPage();
    await untouchedDevice(signIn);
    let challenges = 0;
    await signIn.route('**/sign-in/challenge', async (route) => {
      challenges += 1;
      const answer = await route.fetch();
      await route.fulfill({ response: answer, json: { ...(await answer.json()), lifetimeSeconds: 2 } });
    });
    let loads = 0;
    signIn.on('load', () => (loads += 1));
    await signIn.goto(`${product.portal}/sign-in`);
    await setTimeout(4000);
    const waiting = challenges;
    expect(waiting).toBeGreaterThanOrEqual(3);
    expect(waiting).toBeLessThan(5);
    // The button ends the waiting offer and asks for a challenge of its own.
    await signIn.locator('[data-passkey-button]').click();
    await setTimeout(3000);
    expect({ challenges: challenges - waiting, loads }).toEqual({ challenges: 1, loads: 1 });
    expect(await signIn.locator('[data-passkey-news]').innerText()).toContain('Hãy xác nhận');
    await signIn.context().close();
  },
  patience,
);

test(
  'two minutes before a session ends it can be kept, and afterwards what was typed stays and goes on',
  async () => {
    const context = page.context();
    const form = await context.newPage();
    await form.clock.install();
    await form.goto(`${product.portal}/account/passkeys`);
    await form.locator('details summary').first().click();
    await form.fill('main input[name=name]', 'Máy tính ở nhà');

    await form.clock.fastForward('28:05');
    const dialog = form.locator('dialog[role=alertdialog]');
    await dialog.waitFor();
    await look(form);
    expect(await dialog.locator('h2:visible').innerText()).toBe('Bạn sắp bị đăng xuất');
    expect(await form.evaluate(() => document.activeElement?.textContent?.trim())).toBe('Ở lại');
    await dialog.locator('[data-session-stay]').click();
    await dialog.waitFor({ state: 'hidden' });

    await form.clock.fastForward('30:05');
    await dialog.locator('h2:visible', { hasText: 'Phiên đăng nhập đã kết thúc' }).waitFor();
    await look(form);
    await form.locator('[data-session-part=ended] [data-session-close]').click();
    await form.locator('main details button').click();
    await dialog.waitFor();
    expect(await form.inputValue('main input[name=name]')).toBe('Máy tính ở nhà');

    const again = await context.newPage();
    await again.goto(`${product.portal}/session/renewed`);
    await look(again);
    await dialog.waitFor({ state: 'hidden' });
    expect(await form.locator('[data-session-news]').innerText()).toBe('Bạn đã đăng nhập lại. Hãy tiếp tục.');
    await Promise.all([form.waitForEvent('load'), form.locator('main details button').click()]);
    expect(await form.locator('main .govuk-summary-card h2').first().innerText()).toBe('Máy tính ở nhà');
  },
  patience,
);
