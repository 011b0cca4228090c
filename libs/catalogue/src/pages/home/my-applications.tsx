import type { Language } from '#lib/platform';
import { Button } from '#lib/web';
import { texts } from './texts.js';

/** The way to what a person has already begun. */
export function MyApplications({ language, signedIn }: { language: Language; signedIn: boolean }) {
  const t = texts(language);
  return (
    <section>
      <h2>{t('mine')}</h2>
      <p>{t(signedIn ? 'mine-text' : 'mine-text-signed-out')}</p>
      <Button kind="secondary" href="/applications">
        {t('mine-open')}
      </Button>
      <p>
        <a href="/follow">{t('follow')}</a>
      </p>
    </section>
  );
}
