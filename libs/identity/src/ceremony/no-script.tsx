import type { Language } from '#lib/platform';
import { InsetText } from '#lib/web';
import type { Audience } from '../audience.js';
import { ceremonyTexts } from './texts.js';

/** What a reader without JavaScript is told: why it does not work here, and what does. */
export function NoScript({ language, audience }: { language: Language; audience: Audience }) {
  const t = ceremonyTexts(language);
  return (
    <noscript>
      <InsetText>
        <p>
          <strong>{t('noScriptTitle')}</strong>
        </p>
        <p>{t(audience === 'portal' ? 'noScriptPortal' : 'noScriptDesk')}</p>
        {audience === 'portal' ? (
          <p>
            <a href="/sign-in/national">{t('noScriptNational')}</a>
          </p>
        ) : null}
      </InsetText>
    </noscript>
  );
}
