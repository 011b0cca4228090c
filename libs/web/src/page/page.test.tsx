import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { HtmlValidate } from 'html-validate';
import { type Language, languages, projectRoot } from '#lib/platform';
import { assetPath, assetsFolder, Page, type PageProps, renderPage } from './index.js';
import { SamplePage } from './sample-page.js';

beforeAll(() => {
  if (existsSync(join(assetsFolder(), 'manifest.json'))) return;
  execFileSync(process.execPath, [join(projectRoot(), 'scripts', 'build-assets.mjs')]);
}, 120_000);

const page = (props: Partial<PageProps>) => renderPage(<Page language="vi" title="Tiêu đề" {...props} />);

const validator = new HtmlValidate({
  extends: ['html-validate:recommended', 'html-validate:a11y'],
  rules: {
    // How the renderer writes, not what it says.
    'void-style': ['error', { style: 'selfclosing' }],
    'attribute-boolean-style': 'off',
    'no-self-closing': ['error', { ignoreForeign: true, ignoreXML: true }],
    'doctype-style': 'off',
    'long-title': 'off',
    // Prescribed by the reference markup of govuk-frontend, and with a reason: a link drawn as a button, roles kept through CSS.
    'prefer-native-element': 'off',
    'no-redundant-role': 'off',
    'no-implicit-input-type': 'off',
    'form-dup-name': ['error', { shared: ['radio', 'checkbox', 'button', 'submit'] }],
    'no-inline-style': 'error',
    'require-csp-nonce': 'off',
    'require-sri': 'off',
  },
});

test.each(languages)('every component on one page is valid HTML (%s)', async (language: Language) => {
  const report = await validator.validateString(renderPage(<SamplePage language={language} />));
  const messages = report.results.flatMap((result) => result.messages);
  expect(messages.map(({ ruleId, message, selector }) => `${ruleId}: ${message} (${selector})`)).toEqual([]);
});

test('a strict content security policy holds: no inline script, style or handler', () => {
  const html = renderPage(<SamplePage language="vi" />);
  expect(html).not.toMatch(/<style|\sstyle=|\son\w+=|javascript:/);
  expect(html.match(/<script[^>]*>/g)).toEqual([`<script type="module" src="${assetPath('page.js')}">`]);
});

test('a page says its language, its title and whose site it is', () => {
  expect(page({ title: 'Đăng ký khai sinh' })).toMatch(/^<!DOCTYPE html><html lang="vi"/);
  expect(page({ title: 'Đăng ký khai sinh' })).toContain(
    '<title>Đăng ký khai sinh – Cổng dịch vụ công</title>',
  );
  expect(page({ language: 'en', skin: 'desk' })).toContain('<title>Tiêu đề – Officer desk</title>');
});

test('a page with errors says so first', () => {
  expect(page({ errors: true })).toContain('<title>Lỗi: Tiêu đề – ');
  expect(page({ errors: true, language: 'fr' })).toContain('<title>Erreur: Tiêu đề – ');
});

test('signing out is an act, not a link', () => {
  const html = page({ signedIn: { name: 'Phạm Thị Lan', signOutHref: '/sign-out' } });
  expect(html).toContain('<form method="post" action="/sign-out">');
  expect(html).not.toContain('href="/sign-out"');
});

test('what a person typed is shown as typed', () => {
  const html = page({
    title: '<img src=x>',
    signedIn: { name: '"><script>', signOutHref: '/' },
    children: '<b>',
  });
  expect(html).not.toMatch(/<img|"><script>|<b>/);
});

test('each language is offered in its own words, the present one not as a link', () => {
  const html = page({ languageLinks: { vi: '/?l=vi', en: '/?l=en', fr: '/?l=fr' } });
  expect(html).toContain('<a href="/?l=en" lang="en" hreflang="en" rel="alternate">');
  expect(html).toContain('Français');
  expect(html).not.toContain('href="/?l=vi"');
});

test('the desk and the sandbox wear the style sheet of the desk', () => {
  expect(page({ skin: 'desk' })).toContain(assetPath('desk.css'));
  expect(page({ skin: 'sandbox' })).toContain(assetPath('desk.css'));
  expect(page({})).toContain(assetPath('portal.css'));
});

test('an asset nobody built is named in the fault', () => {
  expect(() => assetPath('nothing.css')).toThrow(/No asset "nothing\.css".*build-assets/);
});
