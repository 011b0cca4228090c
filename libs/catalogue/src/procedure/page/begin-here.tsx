import type { Language } from '#lib/platform';
import { Button, InsetText } from '#lib/web';
import type { ProcedureFacts } from '../../import/procedure-facts.js';
import { hasOnlineChannel } from '../is-offered-online.js';
import { texts } from './texts.js';

interface BeginHereProps {
  language: Language;
  facts: Pick<ProcedureFacts, 'code' | 'channels' | 'agencies'>;
  online: boolean;
}

/** The button that starts an application, or why there is none and what to do instead. */
export function BeginHere({ language, facts, online }: BeginHereProps) {
  const t = texts(language);
  const { code, agencies } = facts;
  if (!online && hasOnlineChannel(facts))
    return (
      <InsetText>
        {t('not-connected', { agencies: new Intl.ListFormat(language).format(agencies) })}
      </InsetText>
    );
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
