import type { Language } from '#lib/platform';
import { Details, WarningText } from '#lib/web';
import type { ApplicationEvent } from '../application/read-events.js';
import type { Integrity } from './check-integrity.js';
import { texts } from './texts.js';

/** Warns where something does not fit any more: nobody should decide on such a file. */
export function IntegrityBroken({ integrity, language }: { integrity: Integrity; language: Language }) {
  const t = texts(language);
  const { chain, submission, decision } = integrity;
  if (chain && submission && decision !== false) return null;
  return <WarningText>{t('integrity-broken')}</WarningText>;
}

/** What was recomputed when the page was made, and with what result. */
export function IntegrityNote(props: {
  integrity: Integrity;
  events: ApplicationEvent[];
  language: Language;
}) {
  const { chain, submission, decision, code } = props.integrity;
  const t = texts(props.language);
  return (
    <Details summary={t('integrity')} open={!chain || !submission || decision === false}>
      <ul>
        <li>{t(chain ? 'chain-holds' : 'chain-broken', { count: props.events.length })}</li>
        <li>
          {t(submission ? (code ? 'submission-by-code' : 'submission-verified') : 'submission-not-verified')}
        </li>
        {decision === undefined ? null : (
          <li>{t(decision ? 'decision-verified' : 'decision-not-verified')}</li>
        )}
      </ul>
      <p class="secondary">{t('integrity-meaning')}</p>
    </Details>
  );
}
