import { type Language, say } from '#lib/platform';
import { type DeadlineRule, type TermUnit, termOf } from './deadline-rule.js';
import type { CountedDay, Due } from './due.js';
import { formatDate, formatDateTime } from './format-date.js';
import { texts } from './texts.js';

/** The reckoning of a deadline, one full sentence for each run of days that counted, or did not, for one reason. */
export function explainDue(language: Language, due: Due): string[] {
  const t = texts(language);
  const sentences = [
    t('term', { term: deadlineWords(language, due.rule) }),
    ...extensionSentences(language, due),
    t('start', { when: formatDateTime(language, due.startedAt) }),
    ...runSentences(language, due),
    t('due', { when: formatDateTime(language, due.at) }),
  ];
  if (due.forecastYears.length > 0) sentences.push(t('forecast', { years: due.forecastYears.join(', ') }));
  return sentences;
}

/** A term in words: `5 ngày làm việc`. */
export function deadlineWords(language: Language, rule: DeadlineRule): string {
  const { unit, length } = termOf(rule);
  return length === 0 ? texts(language)('term-same-day') : lengthWords(language, unit, length);
}

/** So many units of a rule's own term in words, as an extension counts them. */
export function extensionWords(language: Language, rule: DeadlineRule, length: number): string {
  return lengthWords(language, termOf(rule).unit, length);
}

function lengthWords(language: Language, unit: TermUnit, length: number): string {
  return texts(language)(`term-${unit}`, { count: length, number: localNumber(language, length) });
}

function extensionSentences(language: Language, { rule, extensions = [] }: Due): string[] {
  return extensions.map(({ by, from }) =>
    texts(language)('extended', {
      term: extensionWords(language, rule, by),
      when: formatDateTime(language, from),
    }),
  );
}

function runSentences(language: Language, due: Due): string[] {
  const sameDay = termOf(due.rule).length === 0 && !due.extensions;
  let counted = 0;
  return runs(due.counted).map((run) => {
    const first = counted + 1;
    if (run[0].counts) counted += run.length;
    return runSentence(language, run, { first, last: counted, sameDay });
  });
}

type Run = [CountedDay, ...CountedDay[]];

/** Neighbouring days with the same reason are said in one sentence. */
function runs(days: CountedDay[]): Run[] {
  const found: Run[] = [];
  for (const day of days) {
    const open = found.at(-1);
    if (open && sameKind(open[0], day)) open.push(day);
    else found.push([day]);
  }
  return found;
}

function sameKind(a: CountedDay, b: CountedDay): boolean {
  if (a.reason === 'swapped-working-day') return false;
  if (a.reason !== b.reason || a.workingHours !== b.workingHours || a.open !== b.open) return false;
  return a.reason === 'calendar-day' || a.name?.vi === b.name?.vi;
}

function runSentence(
  language: Language,
  run: Run,
  { first, last, sameDay }: { first: number; last: number; sameDay: boolean },
): string {
  const t = texts(language);
  const [day] = run;
  const days = daysOf(language, run);
  if (day.workingHours === 0 && day.reason !== 'weekend' && day.reason !== 'holiday')
    return t('no-hours', { days });
  if (day.workingHours) {
    const facts = { count: day.workingHours, number: localNumber(language, day.workingHours), days };
    if (day.reason === 'open-saturday') return t('working-hours-saturday', facts);
    return run.length > 1 ? t('working-hours-each', facts) : t('working-hours', facts);
  }
  if (day.reason === 'holiday') {
    return day.name ? t('holiday', { days, name: say(day.name, language) }) : t('holiday-unnamed', { days });
  }
  if (day.open) return t('weekend-open', { days });
  if (!day.counts) return t(day.reason as 'weekend', { days });
  if (sameDay) return t('same-day', { days });
  if (day.reason === 'swapped-working-day' && day.inPlaceOf) {
    const other = formatDate(language, day.inPlaceOf, { weekday: true });
    return t('swapped-working-day-for', { nth: last, days, other });
  }
  if (run.length === 1) return t(day.reason as 'working-day', { nth: last, days });
  return t(`${day.reason}s` as 'working-days', { first, last, days });
}

function daysOf(language: Language, run: Run): string {
  const from = formatDate(language, run[0].date, { weekday: true });
  const end = run.at(-1);
  if (!end || run.length === 1) return from;
  return texts(language)('range', { from, to: formatDate(language, end.date, { weekday: true }) });
}

function localNumber(language: Language, value: number): string {
  return new Intl.NumberFormat(language, { maximumFractionDigits: 2 }).format(value);
}
