import type { Language } from '#lib/platform';
import { SummaryList } from '#lib/web';
import type { Channel } from '../../import/procedure-facts.js';
import { amountWords } from '../../words/fee-words.js';
import { sortedChannels } from '../../words/list-words.js';
import { texts as words } from '../../words/texts.js';
import { deadlineOfUnit } from '../../words/time-words.js';
import { texts } from './texts.js';

/** Time and fee by the way of filing, where they differ or need more than a word. */
export function WaysOfFiling({ language, channels }: { language: Language; channels: Channel[] }) {
  const t = texts(language);
  if (!needed(channels)) return null;
  return (
    <section>
      <h2>{t('filing')}</h2>
      <SummaryList
        rows={merged(channels).map(({ kinds, channel }) => ({
          key: kindWords(language, kinds),
          value: (
            <>
              <Times language={language} channel={channel} />
              <Fees language={language} channel={channel} />
            </>
          ),
        }))}
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
  const t = texts(language);
  const unread = unreadDeadlines.length > 0 && t('time-quoted', { said: unreadDeadlines.join('; ') });
  const nothing = unread || words(language)('time.unstated');
  const lines = deadlines.map((each) => ({ ...each, text: deadlineOfUnit(language, each) }));
  return <Lines language={language} term={t('time')} lines={lines} nothing={nothing} />;
}

function Fees({ language, channel: { free, fees } }: CellProps) {
  const t = texts(language);
  const w = words(language);
  const lines = fees.map((fee) => {
    const amount = amountWords(language, fee);
    return { ...fee, text: fee.raw ? `${amount}: ${t('quoted', { said: fee.raw })}` : amount };
  });
  const nothing = w(free ? 'fee.free' : 'fee.unstated');
  return <Lines language={language} term={t('fee')} lines={free ? [] : lines} nothing={nothing} />;
}

interface LinesProps {
  language: Language;
  term: string;
  lines: { text: string; condition?: string }[];
  /** What to say where there are no lines. */
  nothing: string;
}

function Lines({ language, term, lines, nothing }: LinesProps) {
  const said = lines.length > 0 ? lines : [{ text: nothing, condition: undefined }];
  return (
    <>
      {said.map(({ text, condition }) => (
        <p>
          {term}: <strong>{text}</strong>
          {condition ? (
            <span class="facts__note" lang={language === 'vi' ? undefined : 'vi'}>
              {condition}
            </span>
          ) : null}
        </p>
      ))}
    </>
  );
}
