import type { Language } from '#lib/platform';
import { texts } from './texts.js';

/** What a passkey is, before anybody is asked for one. */
export function PasskeyExplained({ language }: { language: Language }) {
  const t = texts(language);
  return (
    <>
      <h2 class="govuk-heading-s">{t('passkey')}</h2>
      <p>{t('passkey-text')}</p>
      <p>
        <a href="/sign-up">{t('passkey-first')}</a>
      </p>
    </>
  );
}
