import type { Language } from '#lib/platform';
import { Button, InsetText } from '#lib/web';
import { texts } from './texts.js';

interface BeginHereProps {
  language: Language;
  code: string;
  online: boolean;
}

/** The button that starts an application, or that there is none. */
export function BeginHere({ language, code, online }: BeginHereProps) {
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
