import { revisionById } from '#lib/catalogue';
import { workflowRoles } from '#lib/organisations';
import type { LocalisedName, Tx } from '#lib/platform';
import { type Actor, allowedEvents, type StateValue, type WorkflowDefinition } from '#lib/workflow';
import { endOfLegalDay } from './end-of-legal-day.js';

/** Open applications of one agency that stand at the same place of the same revision, counted. */
export interface QueueGroup {
  agencyId: string;
  revisionId: string;
  state: StateValue;
  open: number;
  overdue: number;
  today: number;
  answered: number;
  procedure: { code: string; title: LocalisedName };
  /** Who of the agency can act on them now; nobody while they wait for the citizen. */
  turnOf: Actor[];
}

type Row = Omit<QueueGroup, 'procedure' | 'turnOf'> & { waitsFor: string };

/** Counts what is open at some agencies, by where it stands: one statement, however many are open. */
export async function countQueue(tx: Tx, agencyIds: string[], now: Date): Promise<QueueGroup[]> {
  const rows: Row[] = await tx.query(
    `SELECT a.agency_id AS "agencyId", a.revision_id AS "revisionId", a.state, a.waits_for AS "waitsFor",
            count(*)::int AS open,
            (count(*) FILTER (WHERE a.clock_stopped_at IS NULL AND a.due_at < $2))::int AS overdue,
            (count(*) FILTER (WHERE a.clock_stopped_at IS NULL AND a.due_at >= $2 AND a.due_at < $3))::int AS today,
            (count(*) FILTER (WHERE e.type = 'answer-supplement'))::int AS answered
       FROM applications.application a
       JOIN applications.event e ON e.application_id = a.id AND e.sequence = a.version
      WHERE a.agency_id = ANY($1) AND a.waits_for <> 'nobody'
      GROUP BY 1, 2, 3, 4`,
    [agencyIds, now, endOfLegalDay(now)],
  );
  const groups: QueueGroup[] = [];
  for (const { waitsFor, ...group } of rows) {
    const { code, definition } = await revisionById(tx, group.revisionId);
    const turnOf = waitsFor === 'officer' ? actorsNow(definition.workflow, group.state) : [];
    groups.push({ ...group, procedure: { code, title: definition.title }, turnOf });
  }
  return groups;
}

function actorsNow(workflow: WorkflowDefinition, state: StateValue): Actor[] {
  return workflowRoles.filter((actor) => allowedEvents(workflow, state, [actor]).length > 0);
}
