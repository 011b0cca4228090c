import { type Language, say } from '#lib/platform';
import { type Fact, Facts } from '#lib/web';
import type { ServiceDefinition } from '../../definition/service-definition.js';
import type { ProcedureFacts } from '../../import/procedure-facts.js';
import { definedTime } from '../../words/defined-time.js';
import { definedFee, feeWords } from '../../words/fee-words.js';
import { levelWords, sortedChannels } from '../../words/list-words.js';
import { texts as words } from '../../words/texts.js';
import { timeWords } from '../../words/time-words.js';
import { texts } from './texts.js';

interface KeyFactsProps {
  language: Language;
  facts: ProcedureFacts;
  definition: ServiceDefinition | undefined;
}

/** How long, how much, where, how: the four things everybody asks first. */
export function KeyFacts({ language, facts, definition }: KeyFactsProps) {
  const t = texts(language);
  const [first, ...others] = sortedChannels(facts.channels).map(({ kind }) =>
    words(language)(`channel.${kind}`),
  );
  const how: Fact = {
    term: t('how'),
    value: first ?? t('not-stated'),
    note:
      others.length > 0
        ? t('how-also', { others: others.join(', ').toLocaleLowerCase(language) })
        : undefined,
  };
  const known = definition ? definedFacts(language, definition) : importedFacts(language, facts);
  return <Facts facts={[...known, where(language, facts), how]} />;
}

function definedFacts(language: Language, definition: ServiceDefinition): Fact[] {
  const { deadline, fee } = definition;
  const t = texts(language);
  const { usual, cases = [] } = definedTime(language, definition) ?? {};
  const notes = [...cases, ...(deadline?.filedAfter15h ? [t('filed-late')] : [])];
  const time: Fact = {
    term: t('time'),
    value: usual ?? t('not-stated'),
    note: notes.length > 0 ? notes.join('. ') : undefined,
  };
  const cost = definedFee(language, { fee }) ?? t('not-stated');
  return [time, { term: t('fee'), value: cost, note: fee.note && say(fee.note, language) }];
}

/** Of the online channel where there is one, for that is the way from here; the others stand in the table below. */
function importedFacts(language: Language, { channels }: ProcedureFacts): Fact[] {
  const t = texts(language);
  const online = channels.filter(({ kind }) => kind === 'online');
  const own = online.length > 0 ? online : channels;
  const unread = own.flatMap(({ unreadDeadlines = [] }) => unreadDeadlines)[0];
  const feeUnread = own.some(({ fees }) => fees.some(({ raw }) => raw !== undefined));
  const severalFees = new Set(own.flatMap(({ fees }) => fees.map((fee) => JSON.stringify(fee)))).size > 1;
  const stated = own.some(({ deadlines }) => deadlines.length > 0);
  const several = own.some(({ deadlines }) => deadlines.length > 1);
  const noted = own.some(({ fees }) => fees.some(({ condition }) => condition));
  return [
    {
      term: t('time'),
      value: timeWords(language, own),
      note: several ? t('see-below') : stated || !unread ? undefined : t('time-unread', { unread }),
    },
    {
      term: t('fee'),
      value: feeWords(language, own),
      note: feeUnread ? t('fee-unread') : severalFees || noted ? t('see-below') : undefined,
    },
  ];
}

function where(language: Language, { levels, agencies }: ProcedureFacts): Fact {
  const [first = '', ...others] = levelWords(language, levels);
  const also = others.length > 0 ? texts(language)('where-also', { others: others.join(', ') }) : undefined;
  const [agency] = agencies;
  const short = agencies.length === 1 && agency && agency.length <= 60 ? agency : undefined;
  return {
    term: texts(language)('where'),
    value: first || texts(language)('not-stated'),
    note: also ?? short,
  };
}
