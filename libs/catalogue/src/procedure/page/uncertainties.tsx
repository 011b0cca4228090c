import type { Language } from '#lib/platform';
import type { Flag, FlagCode } from '../../import/procedure-facts.js';
import { texts } from './texts.js';

type Doubt = 'time' | 'fee' | 'papers' | 'results' | 'legal-grounds' | 'district' | 'channel';

/** What a flag of the importer means to somebody who is about to apply; the others change nothing for them. */
const doubtOf: Partial<Record<FlagCode, Doubt>> = {
  'channels-unread': 'channel',
  'channel-from-note': 'channel',
  'deadline-missing': 'time',
  'deadline-without-unit': 'time',
  'deadline-in-words': 'time',
  'deadline-from-note': 'time',
  'deadline-unit-contradicted': 'time',
  'fee-glued-to-deadline': 'fee',
  'fee-repaired': 'fee',
  'fee-suspiciously-small': 'fee',
  'fee-unread': 'fee',
  'free-but-states-fee': 'fee',
  'free-but-cites-tariff': 'fee',
  'free-but-set-by-province': 'fee',
  'free-but-words-beside': 'fee',
  'papers-missing': 'papers',
  'papers-unread': 'papers',
  'paper-quantity-uncertain': 'papers',
  'paper-form-not-separated': 'papers',
  'paper-or-note': 'papers',
  'results-missing': 'results',
  'legal-grounds-unread': 'legal-grounds',
  'district-mentioned': 'district',
};

/** Of these a definition somebody wrote has the answer. */
const settledByDefinition: Doubt[] = ['channel', 'time', 'fee', 'papers'];

interface UncertaintiesProps {
  language: Language;
  flags: Pick<Flag, 'code'>[];
  source: string | undefined;
  /** Whether the procedure has a definition of its own. */
  settled: boolean;
}

/** What could not be read with certainty, said before somebody relies on it. */
export function Uncertainties({ language, flags, source, settled }: UncertaintiesProps) {
  const t = texts(language);
  const doubts = [...new Set(flags.map(({ code }) => doubtOf[code]))]
    .filter((doubt) => doubt !== undefined)
    .filter((doubt) => !(settled && settledByDefinition.includes(doubt)));
  if (doubts.length === 0) return null;
  return (
    <section>
      <h2>{t('uncertain')}</h2>
      <ul>
        {doubts.map((doubt) => (
          <li>{t(`doubt-${doubt}`)}</li>
        ))}
      </ul>
      {source ? <p>{t('uncertain-help')}</p> : null}
    </section>
  );
}
