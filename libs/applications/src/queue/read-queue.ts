import type { Tx } from '#lib/platform';
import type { Principal } from '#lib/web';
import type { Application } from '../application/application.entity.js';
import { agenciesOf, rolesAt } from '../case-file/officer-roles.js';
import type { QueueGroup } from './count-queue.js';
import { endOfLegalDay } from './end-of-legal-day.js';
import { type QueueFilter, roleOfTurn } from './queue-filter.js';

export const queuePageSize = 50;

/** An application as it stands in the queue. */
export type QueuedApplication = Pick<
  Application,
  | 'id'
  | 'number'
  | 'revisionId'
  | 'personId'
  | 'agencyId'
  | 'state'
  | 'status'
  | 'waitsFor'
  | 'dueAt'
  | 'clockStoppedAt'
> & {
  /** The last thing that happened was the citizen's answer to a request for supplements. */
  answered: boolean;
};

/**
 * One page of the applications at an officer's agencies, the most urgent first: what is late, what is due, what has no
 * deadline, what stands still, what is closed. `total` counts all pages.
 */
export async function readQueue(
  tx: Tx,
  officer: Pick<Principal, 'roles'>,
  { filter, groups, now }: { filter: QueueFilter; groups: QueueGroup[]; now: Date },
): Promise<{ rows: QueuedApplication[]; total: number }> {
  const where = conditions(officer, filter, groups, now);
  const from = `FROM applications.application a
      JOIN applications.event e ON e.application_id = a.id AND e.sequence = a.version
     WHERE ${where.sql.join(' AND ')}`;
  const [counted]: [{ total: number }] = await tx.query(
    `SELECT count(*)::int AS total ${from}`,
    where.values,
  );
  const rows: QueuedApplication[] = await tx.query(
    `SELECT a.id, a.number, a.revision_id AS "revisionId", a.person_id AS "personId", a.agency_id AS "agencyId",
            a.state, a.status, a.waits_for AS "waitsFor", a.due_at AS "dueAt", a.clock_stopped_at AS "clockStoppedAt",
            e.type = 'answer-supplement' AS answered
       ${from}
      ORDER BY a.waits_for = 'nobody', a.clock_stopped_at IS NOT NULL,
               CASE WHEN a.waits_for <> 'nobody' THEN a.due_at END, a.changed_at DESC, a.id
      LIMIT ${queuePageSize} OFFSET ${(filter.page - 1) * queuePageSize}`,
    where.values,
  );
  return { rows, total: counted.total };
}

interface Where {
  sql: string[];
  values: unknown[];
}

function conditions(
  officer: Pick<Principal, 'roles'>,
  filter: QueueFilter,
  groups: QueueGroup[],
  now: Date,
): Where {
  const where: Where = { sql: [], values: [] };
  const value = (given: unknown) => `$${where.values.push(given)}`;
  const add = (sql: string) => where.sql.push(sql);

  add(`a.agency_id = ANY(${value(agenciesOf(officer))})`);
  if (filter.show === 'closed') add(`a.waits_for = 'nobody'`);
  else if (filter.show === 'unanswered')
    add(
      `EXISTS (SELECT FROM applications.conversation WHERE application_id = a.id AND unanswered_since IS NOT NULL)`,
    );
  else if (filter.show !== 'all') add(`a.waits_for <> 'nobody'`);
  if (filter.show === 'overdue') add(`a.clock_stopped_at IS NULL AND a.due_at < ${value(now)}`);
  if (filter.show === 'today')
    add(
      `a.clock_stopped_at IS NULL AND a.due_at >= ${value(now)} AND a.due_at < ${value(endOfLegalDay(now))}`,
    );
  if (filter.show === 'answered') add(`e.type = 'answer-supplement'`);
  if (filter.procedure) add(`a.code = ${value(filter.procedure)}`);
  if (filter.status) add(`a.status = ${value(filter.status)}`);
  if (filter.number) add(`a.number LIKE ${value(`%${escapeLike(filter.number)}`)}`);
  if (filter.applicant)
    add(filter.applicant === 'none' ? 'false' : `a.person_id = ${value(filter.applicant)}`);
  if (filter.turn === 'citizen') add(`a.waits_for = 'citizen'`);
  const turn = filter.turn && roleOfTurn(filter.turn);
  if (turn) {
    const theirs = groups.filter(
      (group) =>
        group.turnOf.includes(turn.role) &&
        (!turn.mine || rolesAt(officer, group.agencyId).includes(turn.role)),
    );
    add(`(a.agency_id, a.revision_id, a.state) IN (
      SELECT agency, revision, state::jsonb FROM unnest(
        ${value(theirs.map(({ agencyId }) => agencyId))}::uuid[], ${value(theirs.map(({ revisionId }) => revisionId))}::uuid[],
        ${value(theirs.map(({ state }) => JSON.stringify(state)))}::text[]) AS place(agency, revision, state))`);
    add(`a.waits_for = 'officer'`);
  }
  return where;
}

function escapeLike(text: string): string {
  return text.replace(/[\\%_]/g, '\\$&');
}
