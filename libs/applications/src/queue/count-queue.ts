import { revisionById } from '#lib/catalogue';
import { type WorkflowRole, workflowRoles } from '#lib/organisations';
import { endOfLegalDay, type LocalisedName, type Tx } from '#lib/platform';
import {
  type Actor,
  allowedEvents,
  type StateValue,
  stateOf,
  type WorkflowDefinition,
  waitsForOf,
} from '#lib/workflow';
import { type AgencyWork, workSql, workValues } from '../absence/absences-at.js';
import type { Application } from '../application/application.entity.js';

/** Open applications of one agency that stand at the same place of the same revision, counted. */
export interface QueueGroup {
  agencyId: string;
  /** Revision and state in one, as their rows have it. */
  place: string;
  open: number;
  procedure: { code: string; title: LocalisedName };
  /** National status, 1 to 10. */
  status: number;
  waitsFor: Application['waitsFor'];
  /** Who of the agency can act on them now; nobody while they wait for the citizen. */
  turnOf: Actor[];
}

/** How many of the open applications of some agencies are late, are due today, hold an answer to a supplement. */
export interface QueueTimes {
  overdue: number;
  today: number;
  answered: number;
}

interface Row {
  agencyId: string;
  place: string;
  open: number;
  revisionId: string;
  state: StateValue;
}

/** Counts what is open at some agencies, by where it stands: from an index alone, and one row of each place. */
export async function countQueue(tx: Tx, agencyIds: string[]): Promise<QueueGroup[]> {
  const rows: Row[] = await tx.query(
    `SELECT agency AS "agencyId", counted.place, counted.open, one.revision_id AS "revisionId", one.state
       FROM unnest($1::uuid[]) AS agency
      CROSS JOIN LATERAL (
        SELECT place, count(*)::int AS open FROM applications.application
         WHERE agency_id = agency AND waits_for <> 'nobody' GROUP BY place) counted
      CROSS JOIN LATERAL (
        SELECT revision_id, state FROM applications.application
         WHERE agency_id = agency AND place = counted.place AND waits_for <> 'nobody' LIMIT 1) one`,
    [agencyIds],
  );
  const groups: QueueGroup[] = [];
  for (const { revisionId, state, ...group } of rows) {
    const { code, definition } = await revisionById(tx, revisionId);
    const { status } = stateOf(definition.workflow, state);
    const waitsFor = waitsForOf(definition.workflow, state);
    const turnOf = waitsFor === 'officer' ? actorsNow(definition.workflow, state) : [];
    groups.push({ ...group, procedure: { code, title: definition.title }, status, waitsFor, turnOf });
  }
  return groups;
}

/** Counts by the clock: ranges of an index that end with the day. */
export async function countTimes(tx: Tx, agencyIds: string[], now: Date): Promise<QueueTimes> {
  const [times]: [QueueTimes] = await tx.query(
    `SELECT count(*) FILTER (WHERE due_at < $2)::int AS overdue, count(*) FILTER (WHERE due_at >= $2)::int AS today,
            (SELECT count(*)::int FROM applications.application
              WHERE agency_id = ANY($1) AND answered AND waits_for <> 'nobody') AS answered
       FROM applications.application
      WHERE agency_id = ANY($1) AND waits_for <> 'nobody' AND clock_stopped_at IS NULL AND due_at < $3`,
    [agencyIds, now, endOfLegalDay(now)],
  );
  return times;
}

/** How much of the open work is an officer's, with that of those they stand in for, and how much is nobody's yet. */
export interface QueueWhose {
  mine: number;
  unassigned: number;
}

/** Counts whose the open work is, from an index of what is assigned. `open`: all there is at the agencies. */
export async function countWhose(
  tx: Tx,
  agencyIds: string[],
  work: AgencyWork[],
  open: number,
): Promise<QueueWhose> {
  const [{ mine, assigned }]: [{ mine: number; assigned: number }] = await tx.query(
    `SELECT count(*)::int AS assigned, (count(*) FILTER (WHERE (agency_id, assigned_to) IN (${workSql(2)})))::int AS mine
       FROM applications.application
      WHERE agency_id = ANY($1) AND assigned_to IS NOT NULL AND waits_for <> 'nobody'`,
    [agencyIds, ...workValues(work)],
  );
  return { mine, unassigned: open - assigned };
}

/** The roles of an agency whose turn it is in a state. */
export function actorsNow(workflow: WorkflowDefinition, state: StateValue): WorkflowRole[] {
  return workflowRoles.filter((actor) => allowedEvents(workflow, state, [actor]).length > 0);
}
