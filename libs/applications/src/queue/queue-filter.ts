import { uuid } from '#lib/platform';
import type { WorkflowRole } from '#lib/organisations';
import { workflowRoles } from '#lib/organisations';

export const shows = ['open', 'overdue', 'today', 'answered', 'unanswered', 'closed', 'all'] as const;
export type Show = (typeof shows)[number];

/** Whose turn it is: `my-case`: mine, where I am a case officer; `case`: any case officer's. */
export const turns = [
  'my-intake',
  'my-case',
  'my-approver',
  'intake',
  'case',
  'approver',
  'citizen',
] as const;
export type Turn = (typeof turns)[number];

/** Whose work: the officer's own, with that of those they stand in for; or nobody's yet. */
export const whoses = ['mine', 'unassigned'] as const;
export type Whose = (typeof whoses)[number];

/** What of the queue is asked for, as it stands in the address of the page. */
export interface QueueFilter {
  show: Show;
  turn?: Turn | undefined;
  whose?: Whose | undefined;
  /** Code of a procedure. */
  procedure?: string | undefined;
  /** National status, 1 to 10. */
  status?: number | undefined;
  /** The end of an application number. */
  number?: string | undefined;
  /** Person id of the applicant, or `none` for somebody unknown. */
  applicant?: string | undefined;
  /** From 1. */
  page: number;
}

const unfiltered: QueueFilter = { show: 'open', page: 1 };

/** Reads a query string; what makes no sense counts as not asked. */
export function readFilter(query: Record<string, unknown>): QueueFilter {
  const status = Number(query.status);
  const page = Number(query.page);
  const filter: QueueFilter = {
    show: oneOf(shows, query.show) ?? unfiltered.show,
    turn: oneOf(turns, query.turn),
    whose: oneOf(whoses, query.whose),
    procedure: matching(/^[\w.-]{1,60}$/, query.procedure),
    status: Number.isInteger(status) && status >= 1 && status <= 10 ? status : undefined,
    number: matching(/^[\w.-]{1,60}$/, query.number),
    applicant: matching(uuid, query.applicant) ?? matching(/^none$/, query.applicant),
    page: Number.isInteger(page) && page >= 1 && page <= 10_000 ? page : unfiltered.page,
  };
  // Whoever looks for one application wants it open or closed.
  const searched = filter.number !== undefined || filter.applicant !== undefined;
  return searched && !oneOf(shows, query.show) ? { ...filter, show: 'all' } : filter;
}

/** The address of the queue under a filter; what is not filtered does not stand in it. */
export function queueHref(filter: Partial<QueueFilter>): string {
  const query = new URLSearchParams();
  const searched = filter.number !== undefined || filter.applicant !== undefined;
  const usual = { ...unfiltered, show: searched ? 'all' : unfiltered.show };
  for (const [name, value] of Object.entries(filter))
    if (value !== undefined && value !== usual[name as 'show' | 'page']) query.set(name, String(value));
  return query.size > 0 ? `/?${query}` : '/';
}

/** Whether anything narrows the list. */
export function isFiltered(filter: QueueFilter): boolean {
  return queueHref({ ...filter, page: 1 }) !== '/';
}

/** The role a turn is about, and whether only where the officer holds it. */
export function roleOfTurn(turn: Turn): { role: WorkflowRole; mine: boolean } | undefined {
  const role = oneOf(workflowRoles, turn.replace(/^my-/, ''));
  return role && { role, mine: turn.startsWith('my-') };
}

function oneOf<T extends string>(values: readonly T[], value: unknown): T | undefined {
  return values.find((each) => each === value);
}

function matching(shape: RegExp, value: unknown): string | undefined {
  return typeof value === 'string' && shape.test(value) ? value : undefined;
}
