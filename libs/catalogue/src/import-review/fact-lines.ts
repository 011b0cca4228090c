import type { Language } from '#lib/platform';
import { ministryName } from '../procedure/page/ministry-name.js';
import { amountWords } from '../words/fee-words.js';
import { texts } from '../words/texts.js';
import { deadlineOfUnit } from '../words/time-words.js';
import type { Channel, ProcedureFacts } from '../import/procedure-facts.js';
import type { RowPart } from './parts-changed.js';

/** What a row says in a part, line by line, as people compare it: most of it exists in Vietnamese only. */
export function factLines(
  facts: ProcedureFacts,
  part: Exclude<RowPart, 'doubts'>,
  language: Language,
): string[] {
  const t = texts(language);
  switch (part) {
    case 'title':
      return [facts.officialTitle];
    case 'field':
      return [
        facts.field,
        ministryName(language, facts.ministry),
        ...facts.levels.map((level) => t(`level.${level}`)),
      ];
    case 'applicants':
      return [...facts.applicants.map((kind) => t(`applicant.${kind}`)), ...(facts.otherApplicants ?? [])];
    case 'agencies':
      return [...new Set([...facts.agencies, ...facts.authorities])];
    case 'channels':
      return facts.channels.flatMap((channel) => channelLines(channel, language));
    case 'papers':
      return facts.papers.map(({ case: group, name, originals, copies }) =>
        [group, name, `${originals} + ${copies}`].filter(Boolean).join(' · '),
      );
    case 'results':
      return facts.results.map(({ name, code }) => [name, code].filter(Boolean).join(' · '));
    case 'legal-grounds':
      return [
        ...(facts.decisionNumber ? [facts.decisionNumber] : []),
        ...facts.legalGrounds.map(({ number, title }) => [number, title].filter(Boolean).join(' · ')),
        ...(facts.source ? [facts.source] : []),
      ];
    case 'wording': {
      const { paperNotes = [], ...prose } = facts.prose ?? {};
      return [
        ...Object.values(prose).flatMap((text) => text.split('\n')),
        ...paperNotes.map(({ text }) => text),
      ];
    }
  }
}

function channelLines({ kind, deadlines, unreadDeadlines = [], fees, free }: Channel, language: Language) {
  const t = texts(language);
  const times = [
    ...deadlines.map((each) => [deadlineOfUnit(language, each), each.condition]),
    ...unreadDeadlines.map((said) => [quoted(said)]),
  ];
  const amounts = free
    ? [[t('fee.free')]]
    : fees.map((fee) => [amountWords(language, fee), fee.raw && quoted(fee.raw), fee.condition]);
  const said = [...times, ...amounts].map((words) => words.filter(Boolean).join(', '));
  return (said.length > 0 ? said : [t('time.unstated')]).map((words) => `${t(`channel.${kind}`)}: ${words}`);
}

const quoted = (said: string) => `“${said}”`;
