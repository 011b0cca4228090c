import type { Language } from '#lib/platform';
import type { CaseFile } from '../case-file/read-case.js';
import { clockActPath } from './clock-act-page.js';
import { clockActsOf } from './clock-acts.js';
import { texts } from './texts.js';

/** What an officer may do about the clock now, beneath it. */
export function ClockActs({ file, now, language }: { file: CaseFile; now: Date; language: Language }) {
  const t = texts(language);
  const acts = clockActsOf(file, now);
  if (acts.length === 0) return null;
  return (
    <ul aria-label={t('clock-acts')}>
      {acts.map((act) => (
        <li>
          <a href={`/applications/${file.application.id}/${clockActPath[act]}`}>{t(`${act}-link`)}</a>
        </li>
      ))}
    </ul>
  );
}
