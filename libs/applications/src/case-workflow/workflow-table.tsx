import type { Language } from '#lib/platform';
import { Tag, Table, type TableCell } from '#lib/web';
import type { WorkflowAct, WorkflowRow } from '#lib/workflow';
import { texts } from './texts.js';

/** A workflow in words: each state once, beside it all that may happen there. */
export function WorkflowTable({ rows, language }: { rows: WorkflowRow[]; language: Language }) {
  const t = texts(language);
  const of = (row: WorkflowRow): (TableCell | string)[][] => {
    const rowspan = Math.max(row.acts.length, 1);
    const state = { content: <StateCell row={row} language={language} />, rowspan };
    const status = { content: row.status, rowspan };
    const deadline = { content: row.deadline ?? row.noDeadline ?? t('no-deadline'), rowspan };
    const [first, ...others] = row.acts.map((act) => actCells(act, language));
    if (!first) return [[state, status, { content: row.final ? t('nothing') : '', colspan: 4 }, deadline]];
    return [[state, status, ...first, deadline], ...others];
  };
  return (
    <Table
      class="workflow-table"
      head={[t('state'), t('status'), t('act'), t('who'), t('leads-to'), t('clock'), t('deadline')]}
      rows={rows.flatMap(of)}
    />
  );
}

function StateCell({ row, language }: { row: WorkflowRow; language: Language }) {
  const name = row.label.join(' › ');
  if (!row.current) return name;
  return (
    <>
      <strong>{name}</strong> <Tag colour="yellow">{texts(language)('here')}</Tag>
    </>
  );
}

function actCells(act: WorkflowAct, language: Language): TableCell[] {
  const t = texts(language);
  const leadsTo = act.when ? (
    <>
      {act.leadsTo}
      <br />
      {t('when', { when: act.when })}
    </>
  ) : (
    act.leadsTo
  );
  return [
    { content: act.act },
    { content: act.who || t('by-itself') },
    { content: leadsTo },
    { content: act.clock ?? t('clock-same') },
  ];
}
