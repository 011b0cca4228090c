import { showDate } from '#lib/forms';
import { type Language, say } from '#lib/platform';
import { Details, Table } from '#lib/web';
import type { Validity } from '../../definition/fee.js';
import type { ServiceDefinition } from '../../definition/service-definition.js';
import { moneyWords } from '../../words/money-words.js';
import { conditionWords, labelOf } from './condition-words.js';
import { texts } from './texts.js';

interface FeeLinesProps {
  language: Language;
  definition: ServiceDefinition;
  /** The legal date, YYYY-MM-DD: what has ended is not shown. */
  today: string;
}

/** More lines than anybody reads through. */
const foldedFrom = 6;

/** What it costs where that depends on the answers, and who pays nothing. */
export function FeeLines({ language, definition: { fee, form }, today }: FeeLinesProps) {
  const t = texts(language);
  if (!fee.lines) return null;
  const times = (field: string) => t('for-each', { what: labelOf(language, form, field) });
  const isNotOver = ({ validUntil }: Validity) => validUntil === undefined || today <= validUntil;
  const notesOf = ({ validFrom, validUntil }: Validity): string[] => [
    ...(validFrom !== undefined && today < validFrom ? [t('valid-from', { day: showDate(validFrom) })] : []),
    ...(validUntil === undefined ? [] : [t('valid-until', { day: showDate(validUntil) })]),
  ];
  const lines = fee.lines.filter(isNotOver);
  const table = (
    <Table
      class="table-sums"
      head={[t('fee-for'), { content: t('fee'), numeric: true }]}
      rows={lines.map(({ title, amountDong, when, times: field, ...validity }) => [
        {
          content: (
            <>
              {say(title, language)}
              {when && (
                <span class="facts__note">
                  {t('only-if', { condition: conditionWords(language, form, when) })}
                </span>
              )}
              {field && <span class="facts__note">{times(field)}</span>}
              {notesOf(validity).map((note) => (
                <span class="facts__note">{note}</span>
              ))}
            </>
          ),
        },
        { content: moneyWords(language, amountDong), numeric: true },
      ])}
    />
  );
  return (
    <section>
      <h2>{t('fees')}</h2>
      {lines.length > foldedFrom ? (
        <Details summary={t('fee-lines-count', { count: lines.length })}>{table}</Details>
      ) : (
        table
      )}
      {fee.waivers && (
        <>
          <h3>{t('fee-waived')}</h3>
          <ul>
            {fee.waivers.filter(isNotOver).map(({ title, when: _, ...validity }) => (
              <li>{[say(title, language), ...notesOf(validity)].join('. ')}</li>
            ))}
          </ul>
        </>
      )}
    </section>
  );
}
