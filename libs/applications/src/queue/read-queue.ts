import { endOfLegalDay, type Tx } from '#lib/platform';
import type { Principal } from '#lib/web';
import { type AgencyWork, workValues } from '../absence/absences-at.js';
import type { Application } from '../application/application.entity.js';
import { agenciesOf, rolesAt } from '../case-file/officer-roles.js';
import type { QueueGroup, QueueTimes } from './count-queue.js';
import { type QueueFilter, roleOfTurn } from './queue-filter.js';

export const queuePageSize = 50;
/** What no count at hand tells is counted up to here. */
export const countedAtMost = 10_000;

/** An application as it stands in the queue. */
export type QueuedApplication = Pick<
  Application,
  | 'id'
  | 'number'
  | 'revisionId'
  | 'personId'
  | 'agencyId'
  | 'assignedTo'
  | 'version'
  | 'state'
  | 'status'
  | 'waitsFor'
  | 'dueAt'
  | 'clockStoppedAt'
  | 'answered'
>;

type Officer = Pick<Principal, 'roles'>;

interface Asked {
  filter: QueueFilter;
  groups: QueueGroup[];
  times: QueueTimes;
  /** Whose is the officer's. */
  work: AgencyWork[];
  now: Date;
}

/**
 * One page of the applications at an officer's agencies, the most urgent first: what is late, what is due, what has no
 * deadline, what has stood still longest, what was closed last. `total` counts all pages, or up to 10,000 rows of what
 * no count of the queue tells (`more`).
 */
export async function readQueue(
  tx: Tx,
  officer: Officer,
  asked: Asked,
): Promise<{ rows: QueuedApplication[]; total: number; more: boolean }> {
  const found = { rows: [] as QueuedApplication[], total: 0, more: false };
  let skip = (asked.filter.page - 1) * queuePageSize;
  for (const list of listsOf(asked.filter)) {
    const known = knownTotal(officer, asked, list);
    const where = conditions(officer, asked, list);
    const total = known ?? (await count(tx, list, where));
    const left = queuePageSize - found.rows.length;
    if (total > skip && left > 0) found.rows.push(...(await read(tx, list, where, skip, left)));
    skip = Math.max(0, skip - total);
    found.total += total;
    found.more ||= known === undefined && total === countedAtMost;
  }
  return found;
}

/** Open and closed applications are found by an index each, which holds them in the order they are read in. */
const lists = {
  open: { condition: `a.waits_for <> 'nobody'`, order: 'clock_stopped_at NULLS FIRST, due_at, id' },
  closed: { condition: `a.waits_for = 'nobody'`, order: 'changed_at DESC, id' },
} as const;
type List = keyof typeof lists;

function listsOf({ show, turn }: QueueFilter): List[] {
  if (show === 'closed') return turn ? [] : ['closed'];
  return (show === 'all' || show === 'unanswered') && !turn ? ['open', 'closed'] : ['open'];
}

/** What the counts of the page already say of the open ones. */
function knownTotal(officer: Officer, { filter, groups, times }: Asked, list: List): number | undefined {
  const { show, number, applicant, whose } = filter;
  if (list === 'closed' || number || applicant || whose || show === 'unanswered') return undefined;
  if (show === 'open' || show === 'all')
    return groupsOf(officer, filter, groups).reduce((sum, { open }) => sum + open, 0);
  return show === 'closed' || isNarrowed(filter) ? undefined : times[show];
}

interface Where {
  sql: string[];
  values: unknown[];
  /** Names `agency` and, where the list is narrowed to some, the `places` of each. */
  agencies: string;
}

async function count(tx: Tx, list: List, { sql, values, agencies }: Where): Promise<number> {
  const [counted]: [{ total: number }] = await tx.query(
    `SELECT count(*)::int AS total FROM (
       SELECT FROM ${agencies} JOIN applications.application a ON a.agency_id = agency
        WHERE ${[lists[list].condition, ...sql].join(' AND ')} LIMIT ${countedAtMost}) found`,
    values,
  );
  return counted.total;
}

/** The first of each agency in order, and of them the page: an index is read as far as the page, and no further. */
function read(tx: Tx, list: List, { sql, values, agencies }: Where, skip: number, most: number) {
  const { condition, order } = lists[list];
  const by = (row: string) => order.replaceAll(/\b(?=clock_stopped_at|due_at|changed_at|id\b)/g, `${row}.`);
  return tx.query<QueuedApplication[]>(
    `SELECT a.id, a.number, a.revision_id AS "revisionId", a.person_id AS "personId", a.agency_id AS "agencyId",
            a.assigned_to AS "assignedTo", a.version, a.state, a.status, a.waits_for AS "waitsFor", a.due_at AS "dueAt", a.clock_stopped_at AS "clockStoppedAt",
            a.answered
       FROM (SELECT first.id FROM ${agencies} CROSS JOIN LATERAL (
               SELECT a.id, ${list === 'open' ? 'a.clock_stopped_at, a.due_at' : 'a.changed_at'}
                 FROM applications.application a
                WHERE a.agency_id = agency AND ${[condition, ...sql].join(' AND ')}
                ORDER BY ${by('a')} LIMIT ${skip + most}) first
              ORDER BY ${by('first')} LIMIT ${most} OFFSET ${skip}) page
       JOIN applications.application a USING (id)
      ORDER BY ${by('a')}`,
    values,
  );
}

function conditions(officer: Officer, { filter, groups, work, now }: Asked, list: List): Where {
  const values: unknown[] = [];
  const value = (given: unknown) => `$${values.push(given)}`;
  const sql: string[] = [];
  const { show, number, applicant, procedure, status } = filter;
  const theirs = list === 'open' && isNarrowed(filter) ? groupsOf(officer, filter, groups) : undefined;
  const agencies = theirs
    ? `(SELECT agency, array_agg(place) AS places
        FROM unnest(${value(theirs.map(({ agencyId }) => agencyId))}::uuid[], ${value(theirs.map(({ place }) => place))}::bigint[])
          AS one (agency, place) GROUP BY agency) AS narrowed`
    : `unnest(${value(agenciesOf(officer))}::uuid[]) AS agency`;
  if (theirs) sql.push('a.place = ANY(places)');
  if (list === 'closed' && procedure) sql.push(`a.code = ${value(procedure)}`);
  if (list === 'closed' && status) sql.push(`a.status = ${value(status)}`);
  if (show === 'unanswered')
    sql.push(
      `EXISTS (SELECT FROM applications.conversation WHERE application_id = a.id AND unanswered_since IS NOT NULL)`,
    );
  if (show === 'overdue') sql.push(`a.clock_stopped_at IS NULL AND a.due_at < ${value(now)}`);
  if (show === 'today')
    sql.push(
      `a.clock_stopped_at IS NULL AND a.due_at >= ${value(now)} AND a.due_at < ${value(endOfLegalDay(now))}`,
    );
  if (show === 'answered') sql.push('a.answered');
  if (filter.whose === 'unassigned') sql.push('a.assigned_to IS NULL');
  if (filter.whose === 'mine') {
    const [of, whom] = workValues(work).map((each) => `${value(each)}::uuid[]`);
    sql.push(`(a.agency_id, a.assigned_to) IN (SELECT * FROM unnest(${of}, ${whom}))`);
  }
  if (number) sql.push(`a.number LIKE ${value(`%${escapeLike(number)}`)}`);
  if (applicant) sql.push(applicant === 'none' ? 'false' : `a.person_id = ${value(applicant)}`);
  return { sql, values, agencies };
}

function isNarrowed({ turn, procedure, status }: QueueFilter): boolean {
  return Boolean(turn || procedure || status);
}

/** Where open applications stand that a filter lets through by whose turn it is, procedure and status. */
function groupsOf(officer: Officer, { turn, procedure, status }: QueueFilter, groups: QueueGroup[]) {
  const role = turn && roleOfTurn(turn);
  return groups.filter(
    (group) =>
      (!procedure || group.procedure.code === procedure) &&
      (!status || group.status === status) &&
      (turn !== 'citizen' || group.waitsFor === 'citizen') &&
      (!role ||
        (group.turnOf.includes(role.role) &&
          (!role.mine || rolesAt(officer, group.agencyId).includes(role.role)))),
  );
}

function escapeLike(text: string): string {
  return text.replace(/[\\%_]/g, '\\$&');
}
