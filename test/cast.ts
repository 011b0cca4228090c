import type { Page } from 'playwright-core';
import type { Standalone } from './standalone.js';

/** People of the sandbox's register, as `apps/national-sandbox/data/people.yaml` seeds them. */
export const people = {
  minh: { idNumber: '001090012345', fullName: 'Nguyễn Văn Minh', birthDate: ['12', '4', '1990'] },
  lan: { idNumber: '034197008816', fullName: 'Phạm Thị Lan', birthDate: ['3', '11', '1997'] },
} as const;
export type CastMember = (typeof people)[keyof typeof people];

/** Officers of the ward of Cửa Nam, as `libs/organisations/data/officers.yaml` seeds them. */
export const officers = {
  intake: 'Trần Thanh Mai',
  case: 'Nguyễn Đức Toàn',
  approver: 'Phan Thị Hoài An',
  otherApprover: 'Lương Quốc Bảo',
} as const;

/** Presses a button and waits for the page that follows. */
export async function press(
  page: Page,
  selector = 'main button.govuk-button[type=submit]:not(.govuk-button--secondary)',
): Promise<void> {
  await Promise.all([page.waitForEvent('load'), page.locator(selector).last().click()]);
}

/** Makes an account: the register's data, the code from the sandbox's text messages, a passkey. */
export async function signUp(page: Page, product: Standalone, who: CastMember): Promise<void> {
  const [day, month, year] = who.birthDate;
  await page.fill('#idNumber', who.idNumber);
  await page.fill('#fullName', who.fullName);
  await page.fill('#birthDate-day', day);
  await page.fill('#birthDate-month', month);
  await page.fill('#birthDate-year', year);
  await press(page);
  await page.fill('main input[type=text]', await lastCode(page, product));
  await press(page);
  await Promise.all([page.waitForURL(/\/sign-up\/done/), page.locator('main button').last().click()]);
  await page.locator('main a.govuk-button').click();
}

/** The code last sent by text message, as a tester reads it in the sandbox's console. */
async function lastCode(page: Page, product: Standalone): Promise<string> {
  const console = await page.context().newPage();
  await console.goto(product.sandbox);
  const code = /\b\d{6}\b/.exec(await console.locator('#messages').innerText())?.[0];
  await console.close();
  if (!code) throw new Error('No code was sent');
  return code;
}

/** An officer's first way in: a link from the sandbox's console, and a passkey at the desk. */
export async function enrol(page: Page, product: Standalone, name: string): Promise<void> {
  await page.goto(product.sandbox);
  const row = page.locator('#officers tr', { hasText: name });
  await Promise.all([page.waitForEvent('load'), row.locator('button').click()]);
  await row.locator('a').first().click();
  await page.waitForURL(/\/enrol/);
  await Promise.all([
    page.waitForURL(({ pathname }) => !pathname.startsWith('/enrol'), { waitUntil: 'load' }),
    page.locator('main button').last().click(),
  ]);
}
