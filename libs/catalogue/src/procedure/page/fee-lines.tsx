import { type Language, say } from '#lib/platform';
import { Details, Table } from '#lib/web';
import type { ServiceDefinition } from '../../definition/service-definition.js';
import { moneyWords } from '../../words/money-words.js';
import { conditionWords, labelOf } from './condition-words.js';
import { texts } from './texts.js';

interface FeeLinesProps {
  language: Language;
  definition: ServiceDefinition;
}

/** More lines than anybody reads through. */
const foldedFrom = 6;

/** What it costs where that depends on the answers, and who pays nothing. */
export function FeeLines({ language, definition: { fee, form } }: FeeLinesProps) {
  const t = texts(language);
  if (!fee.lines) return null;
  const times = (field: string) => t('for-each', { what: labelOf(language, form, field) });
  const table = (
    <Table
      class="table-sums"
      head={[t('fee-for'), { content: t('fee'), numeric: true }]}
      rows={fee.lines.map(({ title, amountDong, when, times: field }) => [
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
      {fee.lines.length > foldedFrom ? (
        <Details summary={t('fee-lines-count', { count: fee.lines.length })}>{table}</Details>
      ) : (
        table
      )}
      {fee.waivers && (
        <>
          <h3>{t('fee-waived')}</h3>
          <ul>
            {fee.waivers.map(({ title }) => (
              <li>{say(title, language)}</li>
            ))}
          </ul>
        </>
      )}
    </section>
  );
}
