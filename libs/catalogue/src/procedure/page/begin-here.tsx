import type { Language } from '#lib/platform';
import { Button, InsetText } from '#lib/web';
import { texts } from './texts.js';

/** The button that starts an application, or why there is none and what to do instead. */
export function BeginHere({ language, code, online }: { language: Language; code: string; online: boolean }) {
  const t = texts(language);
  if (!online) return <InsetText>{t('not-online')}</InsetText>;
  return (
    <>
      <Button href={`/procedures/${code}/start`} start>
        {t('start')}
      </Button>
      <p class="secondary">{t('start-note')}</p>
    </>
  );
}
