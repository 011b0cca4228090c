import { formatDate } from '#lib/calendar';
import type { Language } from '#lib/platform';
import { InsetText } from '#lib/web';
import type { ApplicationEvent } from '../application/read-events.js';
import { texts } from '../link/texts.js';
import { resultVersions } from './result-versions.js';

/** Says of an application that its result was put right, with the way to the version before; nothing if it was not. */
export function CorrectedNote(props: { events: ApplicationEvent[]; here: string; language: Language }) {
  const current = resultVersions(props.events).at(-1);
  if (!current?.correction) return null;
  const t = texts(props.language);
  const { at, number } = current.correction;
  return (
    <InsetText>
      <strong>{t('result-corrected')}</strong>
      <br />
      {t('corrected', { date: formatDate(props.language, at), number })}{' '}
      <a href={`${props.here}?version=${current.number - 1}`}>
        {t('see-older', { version: current.number - 1 })}
      </a>
    </InsetText>
  );
}
