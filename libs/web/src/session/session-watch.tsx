import { Button } from '../components/button.js';
import { ButtonGroup } from '../components/button-group.js';
import type { SessionTime } from '../http/principal.js';
import { usePageLanguage } from '../page/page-language.js';
import { sessionTexts } from './texts.js';

/** What the island finds in the dialog: one part for each thing there is to say. */
const parts = ['idle', 'closing', 'ended'] as const;

/**
 * On every page of who is signed in, out of sight: the dialog that says two minutes before a session ends that it
 * will, and afterwards that it has. It needs JavaScript; without it the next request leads to sign-in as ever.
 */
export function SessionWatch({ time }: { time: SessionTime }) {
  const t = sessionTexts(usePageLanguage());
  return (
    <>
      <dialog class="session-dialog" role="alertdialog" data-session={JSON.stringify(time)}>
        {parts.map((part) => (
          <div data-session-part={part} hidden>
            <h2 id={`session-${part}`}>{t(`${part}Title`)}</h2>
            <p id={`session-${part}-text`}>{t(`${part}Text`)}</p>
            <ButtonGroup>
              {part === 'idle' && (
                <Button type="button" attributes={{ 'data-session-stay': '' }}>
                  {t('stay')}
                </Button>
              )}
              {part === 'ended' && (
                <Button href="/sign-in?next=/session/renewed" attributes={{ target: '_blank' }}>
                  {t('signIn')}
                </Button>
              )}
              <Button type="button" kind="secondary" attributes={{ 'data-session-close': '' }}>
                {t(`${part}Close`)}
              </Button>
              {part === 'ended' && (
                <a class="govuk-link" href="/">
                  {t('leave')}
                </a>
              )}
            </ButtonGroup>
          </div>
        ))}
        <p data-session-problem aria-live="assertive" data-words={t('problem')} />
      </dialog>
      <p class="govuk-visually-hidden" data-session-news role="status" data-words={t('resumed')} />
    </>
  );
}
