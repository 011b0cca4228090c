import { formatDate } from '#lib/calendar';
import { defineTexts, type Language, legalDate } from '#lib/platform';
import { Timeline } from '#lib/web';
import type { JourneyStep } from './journey.js';
import en from './texts.en.json' with { type: 'json' };
import fr from './texts.fr.json' with { type: 'json' };
import vi from './texts.vi.json' with { type: 'json' };

const texts = defineTexts({ vi, en, fr });
const hourMs = 3_600_000;

interface JourneyNoteProps {
  steps: JourneyStep[];
  /** What `usualStays` found. */
  stays: ReadonlyMap<string, number>;
  /** What the reader need or need not do now. */
  now: string;
  agency: string;
  language: Language;
}

/** To the citizen: where the application is, what usually comes next, and how long such steps take at the agency. */
export function JourneyNote({ steps, stays, now, agency, language }: JourneyNoteProps) {
  const t = texts(language);
  const dateOf = (at: Date) => formatDate(language, legalDate(at));
  const known = steps.filter(({ when, label }) => when !== 'done' && stays.has(label.vi));
  return (
    <section>
      <h2>{t('title')}</h2>
      <Timeline
        forward
        events={steps.map(({ label, when, since }) => {
          const stay = when === 'done' ? undefined : stays.get(label.vi);
          return {
            title: label[language],
            state: when,
            ...(since && {
              time: when === 'now' ? t('since', { date: dateOf(since) }) : dateOf(since),
              dateTime: since.toISOString(),
            }),
            text: (
              <>
                {when === 'now' && <p>{now}</p>}
                {stay !== undefined && <p class="secondary">{stayWords(stay, language)}</p>}
              </>
            ),
          };
        })}
      />
      <p class="secondary">
        {t('usual')} {known.length > 0 && t('usual-time', { agency })}
      </p>
    </section>
  );
}

function stayWords(medianMs: number, language: Language): string {
  const t = texts(language);
  const hours = Math.round(medianMs / hourMs);
  if (hours < 1) return t('stay-short');
  return hours < 24 ? t('stay-hours', { count: hours }) : t('stay-days', { count: Math.round(hours / 24) });
}
