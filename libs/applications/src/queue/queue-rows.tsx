import { agencyName } from '#lib/organisations';
import { type Language, say } from '#lib/platform';
import { QueueTable, StatusTag, type StatusNumber, Tag } from '#lib/web';
import { texts as assignmentTexts } from '../assignment/texts.js';
import { texts as batchTexts } from '../batch/texts.js';
import { CaseNumber } from './case-number.js';
import { dueWords, isLate, isSoonLate } from './due-words.js';
import type { Queue, QueueEntry } from './show-queue.js';
import { texts } from './texts.js';

interface QueueRowsProps {
  language: Language;
  queue: Queue;
  /** Rows can be chosen for an act on many. */
  ticks: boolean;
}

/** The applications of one page of the queue; cards on a phone. */
export function QueueRows({ language, queue, ticks }: QueueRowsProps) {
  const t = texts(language);
  const { agencies, entries, now } = queue;
  const agencyOf = ({ agencyId }: QueueEntry) => {
    const agency = agencies.find(({ id }) => id === agencyId);
    return agency && agencyName(agency, language);
  };
  const columns = [
    { id: 'number' as const, title: t('number'), heads: true },
    { id: 'procedure' as const, title: t('procedure'), bare: true },
    { id: 'applicant' as const, title: t('applicant') },
    ...(agencies.length > 1 ? [{ id: 'agency' as const, title: t('agency') }] : []),
    ...(entries.some(({ worker }) => worker) ? [{ id: 'worker' as const, title: t('worker') }] : []),
    { id: 'state' as const, title: t('state'), bare: true },
    { id: 'due' as const, title: t('due') },
  ];
  return (
    <QueueTable
      caption={t('caption')}
      columns={columns}
      tickName={ticks ? 'application' : undefined}
      rows={entries.map((entry) => {
        const late = isLate(entry, now);
        const due = dueWords(language, entry, now);
        return {
          id: `${entry.id}/${entry.version}`,
          tickLabel:
            entry.conflict === 'none' ? batchTexts(language)('tick', { number: entry.number }) : undefined,
          late,
          cells: {
            number: <CaseNumber id={entry.id} number={entry.number} conflict={entry.conflict} />,
            procedure: (
              <>
                {say(entry.title, language)}
                {entry.unanswered && (
                  <>
                    {' '}
                    <Tag colour="yellow">{t('unanswered')}</Tag>
                  </>
                )}
              </>
            ),
            applicant:
              entry.conflict === 'none' ? (
                entry.applicant
              ) : (
                <span class="secondary">{t(entry.conflict)}</span>
              ),
            agency: agencyOf(entry),
            worker: entry.worker ?? assignmentTexts(language)('nobody'),
            state: <Standing entry={entry} language={language} />,
            due: late ? (
              <span class="late">{due}</span>
            ) : isSoonLate(entry, now) ? (
              <>
                {due} <Tag colour="yellow">{t('soon-late')}</Tag>
              </>
            ) : (
              due
            ),
          },
        };
      })}
    />
  );
}

function Standing({ entry, language }: { entry: QueueEntry; language: Language }) {
  const t = texts(language);
  if (entry.answered) return <Tag colour="green">{t('answered')}</Tag>;
  return <StatusTag status={entry.status as StatusNumber}>{say(entry.standing.label, language)}</StatusTag>;
}
