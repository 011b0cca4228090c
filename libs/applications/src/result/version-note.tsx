import { formatDate } from '#lib/calendar';
import { type Language, startBig } from '#lib/platform';
import { fieldOf, type FormDefinition } from '#lib/forms';
import { InsetText, SummaryList, WarningText } from '#lib/web';
import { texts } from '../link/texts.js';
import type { ResultVersion } from './result-versions.js';

interface VersionNoteProps {
  /** Where the result is. */
  here: string;
  version: ResultVersion;
  form: FormDefinition;
  language: Language;
}

/** Says of a version of a result what it replaced, and what replaced it. Nothing of one that was never put right. */
export function VersionNote({ here, version, form, language }: VersionNoteProps) {
  const t = texts(language);
  const { correction, replacedBy, number } = version;
  const changed = (correction?.changed ?? []).flatMap((id) => fieldOf(form, id)?.label[language] ?? []);
  return (
    <>
      {replacedBy && (
        <>
          <WarningText>
            {t('replaced', { date: formatDate(language, replacedBy.at), number: replacedBy.number })}
          </WarningText>
          <p class="no-print">
            <a href={here}>{t('see-newer')}</a>
          </p>
        </>
      )}
      {correction && (
        <>
          <InsetText>
            {t('corrected', { date: formatDate(language, correction.at), number: correction.number })}{' '}
            <a class="no-print" href={`${here}?version=${number - 1}`}>
              {t('see-older', { version: number - 1 })}
            </a>
          </InsetText>
          <SummaryList
            rows={[
              ...(changed.length > 0
                ? [{ key: t('corrected-fields'), value: changed.map(startBig).join('; ') }]
                : []),
              ...(correction.words
                ? [{ key: t('corrected-words'), value: <p class="written">{correction.words}</p> }]
                : []),
            ]}
          />
        </>
      )}
    </>
  );
}
