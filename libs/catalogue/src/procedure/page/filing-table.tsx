import type { Language } from '#lib/platform';
import { Table } from '#lib/web';
import type { Channel, Deadline, Fee } from '../../import/procedure-facts.js';
import { amountWords } from '../../words/fee-words.js';
import { sortedChannels } from '../../words/list-words.js';
import { texts as words } from '../../words/texts.js';
import { deadlineOfUnit } from '../../words/time-words.js';
import { texts } from './texts.js';

/** Time and fee by the way of filing, where they differ or need more than a word. */
export function FilingTable({ language, channels }: { language: Language; channels: Channel[] }) {
  const t = texts(language);
  if (!needed(channels)) return null;
  return (
    <section>
      <h2>{t('filing')}</h2>
      <Table
        head={[t('how'), t('time'), t('fee')]}
        firstCellIsHeader
        rows={merged(channels).map(({ kinds, channel }) => [
          kindWords(language, kinds),
          { content: <Times language={language} channel={channel} /> },
          { content: <Fees language={language} channel={channel} /> },
        ])}
      />
    </section>
  );
}

/** What a line of facts cannot say: several ways that differ, several times or fees, or conditions. */
function needed(channels: Channel[]): boolean {
  const conditioned = channels.some(
    ({ deadlines, fees }) =>
      deadlines.length > 1 || fees.length > 1 || [...deadlines, ...fees].some(({ condition }) => condition),
  );
  return conditioned || merged(channels).length > 1;
}

/** Ways of filing with the same times and fees stand in one row. */
function merged(channels: Channel[]): { kinds: Channel['kind'][]; channel: Channel }[] {
  const rows = new Map<string, { kinds: Channel['kind'][]; channel: Channel }>();
  for (const channel of sortedChannels(channels)) {
    const { deadlines, unreadDeadlines, fees, free } = channel;
    const key = JSON.stringify([deadlines, unreadDeadlines, fees, free]);
    const row = rows.get(key) ?? { kinds: [], channel };
    row.kinds.push(channel.kind);
    rows.set(key, row);
  }
  return [...rows.values()];
}

function kindWords(language: Language, kinds: Channel['kind'][]): string {
  const names = kinds.map((kind) => words(language)(`channel.${kind}`));
  return names.map((name, index) => (index === 0 ? name : name.toLocaleLowerCase(language))).join(', ');
}

interface CellProps {
  language: Language;
  channel: Channel;
}

function Times({ language, channel: { deadlines, unreadDeadlines = [] } }: CellProps) {
  const w = words(language);
  if (deadlines.length === 0)
    return (
      <p>
        {unreadDeadlines.length > 0
          ? texts(language)('time-quoted', { said: unreadDeadlines.join('; ') })
          : w('time.unstated')}
      </p>
    );
  return (
    <Conditioned
      language={language}
      items={deadlines}
      say={(each: Deadline) => deadlineOfUnit(language, each)}
    />
  );
}

function Fees({ language, channel: { free, fees } }: CellProps) {
  const w = words(language);
  if (free) return <p>{w('fee.free')}</p>;
  if (fees.length === 0) return <p>{w('fee.unstated')}</p>;
  return (
    <Conditioned
      language={language}
      items={fees}
      say={(fee: Fee) =>
        fee.raw === undefined
          ? amountWords(language, fee)
          : `${amountWords(language, fee)}: ${texts(language)('quoted', { said: fee.raw })}`
      }
    />
  );
}

interface ConditionedProps<T> {
  language: Language;
  items: T[];
  say: (item: T) => string;
}

function Conditioned<T extends { condition?: string }>({ language, items, say }: ConditionedProps<T>) {
  return (
    <>
      {items.map((item) => (
        <p>
          {say(item)}
          {item.condition ? (
            <span class="facts__note" lang={language === 'vi' ? undefined : 'vi'}>
              {item.condition}
            </span>
          ) : null}
        </p>
      ))}
    </>
  );
}
