import { languages } from '#lib/platform';
import { renderPage } from '#lib/web';
import { PasskeyForm } from './passkey-form.js';

const challenge = 'a'.repeat(43);
const form = (language: (typeof languages)[number], allowed: string[]) =>
  renderPage(
    <PasskeyForm
      language={language}
      action="/x"
      options={{ challenge, allowCredentials: allowed.map((id) => ({ id, type: 'public-key' as const })) }}
    >
      <button type="submit">sign</button>
    </PasskeyForm>,
  );

test.each(languages)(
  'who has no passkey is told where to make one, instead of a form that fails: %s',
  (language) => {
    const page = form(language, []);
    expect(page).toContain('href="/account/passkeys/new"');
    expect(page).not.toContain('<form');
  },
);

test('who has one signs', () => {
  expect(form('vi', ['one'])).toContain('data-passkey-sign');
});
