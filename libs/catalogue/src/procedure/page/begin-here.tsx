import type { Language } from '#lib/platform';
import { Button, InsetText } from '#lib/web';
import type { ServiceDefinition } from '../../definition/service-definition.js';
import { texts } from './texts.js';

interface BeginHereProps {
  language: Language;
  code: string;
  online: boolean;
  required: Pick<ServiceDefinition, 'assurance' | 'freshMinutes'>;
}

/** The button that starts an application and what it takes of who presses it, or that there is none. */
export function BeginHere({ language, code, online, required }: BeginHereProps) {
  const { assurance, freshMinutes: minutes } = required;
  const t = texts(language);
  if (!online) return <InsetText>{t('not-online')}</InsetText>;
  return (
    <>
      <Button href={`/procedures/${code}/start`} start>
        {t('start')}
      </Button>
      <p class="secondary">{t('start-note')}</p>
      <p class="secondary">
        {t(`identity-${assurance}`)} {minutes ? t('fresh-minutes', { minutes }) : t('fresh-signing')}
      </p>
    </>
  );
}
