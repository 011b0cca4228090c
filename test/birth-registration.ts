import type { Page } from 'playwright-core';
import { press } from './cast.js';

const childPages: Record<string, (page: Page) => Promise<void>> = {
  relationship: (page) => page.check('input[name=relationship][value=father]'),
  'birth-kind': (page) => page.check('input[name=birthKind][value=both-parents]'),
  'child-name': (page) => page.fill('#childName', 'Nguyễn Minh Châu'),
  'child-birth': async (page) => {
    await page.fill('#childBirthDate-day', '2');
    await page.fill('#childBirthDate-month', '11');
    await page.fill('#childBirthDate-year', '2026');
    await choosePlace(page, 'childBirthPlace', '01', '00082');
    await page.fill('#childBirthPlace-detail', 'Bệnh viện Phụ sản');
  },
  'child-sex': (page) => page.check('input[name=childSex][value=female]'),
  'child-origin': async (page) => {
    await page.selectOption('#childEthnicGroup', '01');
    await page.selectOption('#childNationality', 'VN');
    await choosePlace(page, 'childHomePlace', '01', '00082');
  },
  'mother-residence': (page) => page.check('input[name=motherResidenceKind] >> nth=0'),
  'father-residence': (page) => page.check('input[name=fatherResidenceKind] >> nth=0'),
  'parents-married': (page) => page.check('input[name=parentsMarried][value=no]'),
  'birth-certificate': (page) => page.check('input[name=hasBirthCertificate][value=yes]'),
  'birth-certificate-upload': (page) => upload(page, 'birthCertificate', 'giấy chứng sinh.pdf'),
  copies: (page) => page.fill('#copies', '2'),
};

/** Answers the birth registration form page by page, as a father does whose data the register has. */
export async function answerBirthRegistration(
  page: Page,
  onPage: (page: Page) => Promise<void>,
): Promise<void> {
  for (let count = 0; !page.url().endsWith('/check'); count++) {
    if (count > 40) throw new Error(`The form does not end: ${page.url()}`);
    const id = pageIn(page);
    await childPages[id]?.(page);
    await onPage(page);
    await press(page, 'main button.govuk-button:not(.govuk-button--secondary)');
    if (pageIn(page) === id) throw new Error(`Page ${id} stays: ${await page.locator('main').innerText()}`);
  }
}

const pageIn = (page: Page) => /\/pages\/([a-z-]+)/.exec(page.url())?.[1] ?? '';

/** Chooses province and commune; with JavaScript the communes come by themselves. */
async function choosePlace(page: Page, field: string, province: string, commune: string): Promise<void> {
  await page.selectOption(`#${field}-province`, province);
  await page.locator(`#${field}-commune option[value="${commune}"]`).waitFor({ state: 'attached' });
  await page.selectOption(`#${field}-commune`, commune);
}

/** Uploads a paper: with JavaScript it goes as soon as it is chosen. */
export async function upload(page: Page, field: string, name: string): Promise<void> {
  const buffer = Buffer.from('%PDF-1.4\n1 0 obj<</Type/Catalog>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n');
  await Promise.all([
    page.waitForEvent('load'),
    page
      .locator(`input[type=file][name="${field}"]`)
      .setInputFiles({ name, mimeType: 'application/pdf', buffer }),
  ]);
  await page.getByText(name).first().waitFor();
}
