import { formatDateTime } from '#lib/calendar';
import { type Agency, agencyName } from '#lib/organisations';
import type { Language } from '#lib/platform';
import { SummaryList, Tag } from '#lib/web';
import type { Consultation } from './consultation.js';
import { texts } from './texts.js';

export interface ConsultedAgency {
  consultation: Consultation;
  agency: Agency;
}

interface ConsultationNoteProps {
  consulted: ConsultedAgency[];
  now: Date;
  language: Language;
}

const colours = { open: 'yellow', agreed: 'green', objected: 'red', silent: 'grey', closed: 'grey' } as const;

/** To the officers of the agency that asked: whom it asked what, and what they say. */
export function ConsultationNote({ consulted, now, language }: ConsultationNoteProps) {
  if (consulted.length === 0) return null;
  const t = texts(language);
  return (
    <section id="consultations">
      <h2>{t('note-title')}</h2>
      {consulted.map(({ consultation, agency }) => {
        const late = consultation.state === 'open' && consultation.dueAt <= now;
        return (
          <SummaryList
            rows={[
              { key: t('asked'), value: <strong>{agencyName(agency, language)}</strong> },
              {
                key: t('state'),
                value: (
                  <Tag colour={late ? 'red' : colours[consultation.state]}>
                    {t(late ? 'state-late' : `state-${consultation.state}`)}
                  </Tag>
                ),
              },
              { key: t('question'), value: <p class="written">{consultation.question}</p> },
              { key: t('due'), value: formatDateTime(language, consultation.dueAt) },
              ...(consultation.answeredAt
                ? [
                    { key: t('answered'), value: formatDateTime(language, consultation.answeredAt) },
                    {
                      key: t('reason-given'),
                      value: <p class="written">{consultation.answer || t('no-reason')}</p>,
                    },
                  ]
                : []),
              ...(consultation.escalatedAt
                ? [{ key: t('escalated'), value: formatDateTime(language, consultation.escalatedAt) }]
                : []),
            ]}
          />
        );
      })}
    </section>
  );
}
