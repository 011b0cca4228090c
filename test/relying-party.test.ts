import type { Browser, Page } from 'playwright-core';
import { accessibilityFindings, browserOf, openBrowser } from './browser.js';
import { press } from './cast.js';
import { type Standalone, startStandalone } from './standalone.js';

let product: Standalone;
let browser: Browser;

beforeAll(async () => {
  product = await startStandalone();
  browser = await openBrowser();
}, 120_000);
afterAll(async () => {
  await browser?.close();
  await product?.close();
});

const noFindings = async (page: Page) => expect(await accessibilityFindings(page)).toEqual([]);

/**
 * In a real browser, since only there a content security policy counts: the forms end by redirects on another host.
 */
test('a person signs in at a ministry with the portal, sees what it shares, and ends that', async () => {
  const { page, context } = await browserOf(browser);
  await page.goto(`${product.sandbox}/sample-ministry/sign-in`);
  await page.click('a[href^="/sign-in/national"]');
  await page.selectOption('select[name="person"]', '001090012345');
  await page.click('button[value="sign-in"]');
  await page.click('main a[href^="/sharing/"]');
  await noFindings(page);
  await page.click('button[value="allow"]');
  await page.waitForURL(`${product.sandbox}/sample-ministry`);
  expect(await page.textContent('main')).toContain('001090012345');
  await noFindings(page);

  await page.goto(`${product.portal}/account/consents`);
  await noFindings(page);
  await press(page, 'form[action$="/ending"] button');
  await page.goto(`${product.sandbox}/sample-ministry?again`);
  expect(await page.locator('[data-code]').getAttribute('data-code')).toBe('invalid_token');

  await page.goto(`${product.sandbox}/sample-ministry/sign-in`);
  await page.click('button[value="refuse"]');
  await page.waitForURL(/sample-ministry\/callback/);
  expect(await page.locator('[data-code]').getAttribute('data-code')).toBe('access_denied');
  await context.close();
}, 120_000);
