import { type Language, say } from '#lib/platform';
import { Table } from '#lib/web';
import type { ServiceDefinition } from '../../definition/service-definition.js';
import { moneyWords } from '../../words/money-words.js';
import { conditionWords, labelOf } from './condition-words.js';
import { texts } from './texts.js';

interface FeeLinesProps {
  language: Language;
  definition: ServiceDefinition;
}

/** What it costs where that depends on the answers, and who pays nothing. */
export function FeeLines({ language, definition: { fee, form } }: FeeLinesProps) {
  const t = texts(language);
  if (!fee.lines) return null;
  const times = (field: string) => t('for-each', { what: labelOf(language, form, field) });
  return (
    <section>
      <h2>{t('fees')}</h2>
      <Table
        class="table-even"
        head={[t('fee-for'), t('fee'), t('fee-when')]}
        rows={fee.lines.map((line) => [
          say(line.title, language),
          moneyWords(language, line.amountDong),
          [
            line.when && t('only-if', { condition: conditionWords(language, form, line.when) }),
            line.times && times(line.times),
          ]
            .filter(Boolean)
            .join('; ') || t('always'),
        ])}
      />
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
