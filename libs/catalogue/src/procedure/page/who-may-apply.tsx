import type { Language } from '#lib/platform';
import { texts } from './texts.js';

/** Who may apply, before anybody gathers papers in vain. */
export function WhoMayApply({ language, applicants }: { language: Language; applicants: string[] }) {
  const t = texts(language);
  return (
    <section>
      <h2>{t('who')}</h2>
      <p>{applicants.join(' · ') || t('not-stated')}</p>
    </section>
  );
}
