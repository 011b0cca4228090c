import type { Browser, Page } from 'playwright-core';
import { answerBirthRegistration, upload } from './birth-registration.js';
import { accessibilityFindings, browserOf, openBrowser } from './browser.js';
import { enrol, officers, people, press, signUp } from './cast.js';
import { type Standalone, startStandalone } from './standalone.js';

const patience = 600_000;

let product: Standalone;
let browser: Browser;
beforeAll(async () => {
  [product, browser] = await Promise.all([startStandalone(), openBrowser()]);
}, patience);
afterAll(async () => {
  await browser?.close();
  await product?.close();
});

test(
  'a father registers a birth, officers complete and decide it, and he sees the result',
  async () => {
    const findings: string[] = [];
    const look = async (page: Page) => void findings.push(...(await accessibilityFindings(page)));
    const { page: citizen } = await browserOf(browser);

    await citizen.goto(product.portal);
    await look(citizen);
    await citizen.fill('input[name=q]', 'dang ky khai sinh');
    await press(citizen, '.search-box button');
    await look(citizen);
    await citizen.locator('main a[href*="/procedures/1.001193"]').first().click();
    await citizen.waitForURL(/\/procedures\/1\.001193$/);
    await look(citizen);
    await citizen.locator('main a[href$="/start"]').click();
    await citizen.waitForURL(/\/sign-in/);
    await look(citizen);
    await citizen.locator('main a[href^="/sign-up"]').first().click();
    await citizen.waitForURL(/\/sign-up/);
    await look(citizen);
    await signUp(citizen, product, people.minh);

    await citizen.waitForURL(/\/start$/);
    await look(citizen);
    await press(citizen);
    await answerBirthRegistration(citizen, look);
    await look(citizen);
    await citizen.locator('a[href$="/signing"]').click();
    await citizen.waitForURL(/\/signing$/);
    await look(citizen);
    await Promise.all([citizen.waitForURL(/\/receipt$/), citizen.locator('main form button').last().click()]);
    await look(citizen);
    const number = /\d{3}\.\d\d\.\d\d\.H26-\d{6}-\d{4}/.exec(await citizen.locator('main').innerText())?.[0];
    expect(number).toBeDefined();
    expect(await citizen.locator('main').innerText()).toContain('giấy chứng sinh.pdf');

    const { page: intake } = await browserOf(browser);
    await enrol(intake, product, officers.intake);
    const openCase = async (page: Page) => {
      await page.goto(product.desk);
      await look(page);
      await page
        .locator(`a:has-text("${number?.slice(-4)}")`)
        .first()
        .click();
      await page.waitForURL(/\/applications\/[0-9a-f-]+$/);
      await look(page);
    };
    const act = async (page: Page, event: string, fill: () => Promise<void> = async () => undefined) => {
      await openCase(page);
      await page.locator(`a[href$="/acts/${event}"]`).click();
      await page.waitForURL(/\/acts\//);
      await look(page);
      await fill();
      await press(page);
    };
    await act(intake, 'request-supplement', async () => {
      await intake.check('input[name=item][value=childName]');
      await intake.fill('[name="reason-childName"]', 'Tên khác với giấy chứng sinh');
      await intake.check('input[name=item][value=birthCertificate]');
      await intake.fill('[name="reason-birthCertificate"]', 'Ảnh mờ ở dòng số');
    });

    const applicationUrl = citizen.url().replace('/receipt', '');
    await citizen.goto(applicationUrl);
    await look(citizen);
    expect(await citizen.locator('main').innerText()).toContain('Ảnh mờ ở dòng số');
    await citizen.locator('a[href$="/supplement"]').click();
    await citizen.waitForURL(/\/supplement$/);
    await look(citizen);
    await press(citizen);
    await citizen.fill('#childName', 'Nguyễn Minh Châu Anh');
    await press(citizen);
    await upload(citizen, 'birthCertificate', 'giấy chứng sinh rõ.pdf');
    await press(citizen, 'main button.govuk-button:not(.govuk-button--secondary)');
    await citizen.waitForURL(/\/check$/);
    await look(citizen);
    await press(citizen);
    expect(citizen.url()).toBe(applicationUrl);

    await act(intake, 'accept');
    const { page: caseOfficer } = await browserOf(browser);
    await enrol(caseOfficer, product, officers.case);
    await act(caseOfficer, 'propose', async () => {
      expect(await caseOfficer.locator('main').innerText()).toContain('');
      await caseOfficer.check('input[name=outcome][value=grant]');
      await caseOfficer.fill('[name=reason]', 'Hồ sơ đầy đủ, hợp lệ.');
    });
    const { page: approver } = await browserOf(browser);
    await enrol(approver, product, officers.approver);
    await openCase(approver);
    expect(await approver.locator('main').innerText()).toContain('Nguyễn Minh Châu Anh');
    await approver.locator('a[href$="/acts/decide"]').click();
    await approver.waitForURL(/\/acts\/decide/);
    await look(approver);
    await decide(approver);

    await citizen.goto(applicationUrl);
    await citizen.locator('a[href$="/result"]').click();
    await citizen.waitForURL(/\/result$/);
    await look(citizen);
    expect(await citizen.locator('main').innerText()).toContain('Nguyễn Minh Châu Anh');

    await expect(inboxTitles(citizen, product, 8)).resolves.toHaveLength(8);
    await look(citizen);
    expect(findings).toEqual([]);
  },
  patience,
);

test(
  'without JavaScript one can search, read a procedure, and is told what sign-in needs',
  async () => {
    const context = await browser.newContext({
      javaScriptEnabled: false,
      locale: 'vi-VN',
      viewport: { width: 360, height: 740 },
    });
    const page = await context.newPage();
    await page.goto(product.portal);
    await page.fill('input[name=q]', 'dang ky khai sinh');
    await press(page, '.search-box button');
    await page.locator('main a[href*="/procedures/1.001193"]').first().click();
    await page.waitForURL(/\/procedures\/1\.001193$/);
    expect(await page.locator('h1').innerText()).toBe('Đăng ký khai sinh');
    await page.locator('main a[href$="/start"]').click();
    await page.waitForURL(/\/sign-in/);
    expect(await page.locator('noscript, main').first().innerText()).toMatch(/JavaScript/);
    const wide = await page
      .evaluate(() => document.documentElement.scrollWidth > window.innerWidth)
      .catch(() => false);
    expect(wide).toBe(false);
    await context.close();
  },
  patience,
);

/** Signs the decision; the desk asks for the passkey on a page of its own or on the act's. */
async function decide(page: Page): Promise<void> {
  for (let step = 0; step < 3 && page.url().includes('/acts/'); step++) {
    const address = page.url();
    await page.locator('main form button.govuk-button').last().click();
    await page
      .waitForURL((url) => url.href !== address, { waitUntil: 'load', timeout: 15_000 })
      .catch(() => undefined);
  }
}

/** The inbox once the worker has told of everything: entries come one by one. */
async function inboxTitles(page: Page, { portal }: Standalone, count: number): Promise<string[]> {
  for (let tries = 0; tries < 20; tries++) {
    await page.goto(`${portal}/inbox`);
    const titles = await page.locator('main li a').allInnerTexts();
    if (titles.length >= count) return titles;
    await page.waitForTimeout(500);
  }
  return page.locator('main li a').allInnerTexts();
}

test(
  'a designer is completed while typing, told what is wrong, and sees the workflow redrawn',
  async () => {
    const { page } = await browserOf(browser);
    await enrol(page, product, 'Vương Thị Hải Yến');
    await page.goto(`${product.desk}/design/procedures/1.004873`);
    await press(page, 'main form[action$="/drafts"] button');
    const editor = page.locator('.yaml-editor .cm-content');
    await editor.click();
    expect(await page.locator('textarea[name=text]').isVisible()).toBe(false);
    const picture = page.locator('[data-yaml-picture]');
    const drawn = await picture.getAttribute('src');
    await page.keyboard.press('Control+End');
    await page.keyboard.press('Enter');
    await page.keyboard.type('deadl');
    await page.locator('.yaml-editor .cm-tooltip-autocomplete li', { hasText: 'deadlineCases' }).waitFor();
    await page.keyboard.press('Escape');
    await page.keyboard.type('in');
    await page.locator('.yaml-editor .cm-lint-marker-error').waitFor();
    expect(await page.locator('[data-yaml-status]').innerText()).toContain('điều phải sửa');
    expect(await accessibilityFindings(page)).toEqual([]);
    const text = await page.locator('textarea[name=text]').inputValue();
    const whole = text.slice(0, text.lastIndexOf('deadlin'));
    await editor.press('Control+a');
    await page.keyboard.insertText(whole.replace(/^workflow: .*$/m, 'workflow: instant'));
    await page.waitForFunction((before) => {
      return document.querySelector<HTMLImageElement>('[data-yaml-picture]')?.getAttribute('src') !== before;
    }, drawn);
    await press(page);
    expect(await page.locator('main').innerText()).toContain('Đã lưu');
    expect(await page.locator('textarea[name=text]').inputValue()).toContain('workflow: instant');
  },
  patience,
);
