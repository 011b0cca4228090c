import { formatDateTime } from '#lib/calendar';
import type { Language } from '#lib/platform';
import { SummaryList } from '#lib/web';
import { decisionOf } from '../tracking/decision-of.js';
import { proposalOf } from './proposal-of.js';
import type { CaseFile } from './read-case.js';
import { texts } from './texts.js';

/** What was proposed to be decided, or once it is decided, what was. */
export function ProposalNote({ file, language }: { file: CaseFile; language: Language }) {
  const t = texts(language);
  const decision = decisionOf(file.events);
  const proposal = proposalOf(file.events);
  const shown = decision ?? proposal;
  if (!shown) return null;
  return (
    <SummaryList
      card={{ title: t(decision ? 'decision' : 'proposal') }}
      rows={[
        { key: t('outcome'), value: <strong>{t(`outcome-${shown.outcome}`)}</strong> },
        ...(proposal && !decision
          ? [{ key: t('reason'), value: <p class="written">{proposal.reason}</p> }]
          : []),
        ...(shown.text ? [{ key: t('text'), value: <p class="written">{shown.text}</p> }] : []),
        {
          key: t(decision ? 'decided-by' : 'proposed-by'),
          value: `${shown.officer} · ${formatDateTime(language, shown.at)}`,
        },
      ]}
    />
  );
}
