import type { Language } from '#lib/platform';
import { Steps } from '#lib/web';
import { texts } from './texts.js';

/** What will happen after the start button: nobody likes to begin what they cannot see the end of. */
export function WhatHappens({ language }: { language: Language }) {
  const t = texts(language);
  return (
    <section>
      <h2>{t('happens')}</h2>
      <Steps steps={[t('happens-fill'), t('happens-sign'), t('happens-check'), t('happens-result')]} />
    </section>
  );
}
