import { type DeadlineRule, dueFrom, type OfficeHours, vietnamCalendar } from '#lib/calendar';
import type { StateValue, WorkflowDefinition } from '#lib/workflow';
import type { ClockState } from '../act/clock.js';
import { type ActiveState, activeStates } from './active-states.js';
import type { DeadlineRow, Deadlines } from './deadline-write.js';
import { firstStage } from './legal-stage.js';

/** A step of an application, as far as its deadlines depend on it. */
export interface SteppedOn {
  workflow: WorkflowDefinition;
  from: StateValue | null;
  to: StateValue;
  /** The legal clock before; null at filing. */
  before: ClockState | null;
  clock: ClockState;
  /** Whether nothing happens to it any more. */
  ended: boolean;
  /** The state whose deadline came and was met by this step: where it stays active, its time runs anew. */
  met?: string | undefined;
  now: Date;
  hours: OfficeHours;
}

/**
 * The deadlines that hold after a step. That of the law is set anew where the step moved the clock; that of a state
 * begins when the state is entered, and a state that stays active keeps its own.
 */
export function deadlinesAfter(step: SteppedOn): Deadlines {
  const { workflow, from, to, before, clock, ended, met, now, hours } = step;
  if (ended) return { set: [], keep: [] };
  const were = new Set(from === null ? [] : withDeadline(workflow, from).map(({ path }) => path));
  if (met !== undefined) were.delete(met);
  const are = withDeadline(workflow, to);
  const steps = are.filter(({ path }) => !were.has(path)).flatMap((entered) => stepRow(entered, now, hours));
  const keep = are.filter(({ path }) => were.has(path)).map(({ path }) => ({ kind: 'step' as const, path }));
  if (before && sameClock(before, clock)) return { set: steps, keep: [...keep, { kind: 'legal', path: '' }] };
  const stage = firstStage(clock, now, hours);
  const legal = stage && ({ kind: 'legal', path: '', dueAt: stage.at, event: stage.event } as const);
  return { set: legal ? [legal, ...steps] : steps, keep };
}

/** Whether a step changes any deadline, so that it has to be written, and the hours of the agency to be known. */
export function touchesDeadlines(workflow: WorkflowDefinition, from: StateValue, to: StateValue): boolean {
  return withDeadline(workflow, from).length > 0 || withDeadline(workflow, to).length > 0;
}

function withDeadline(workflow: WorkflowDefinition, value: StateValue): ActiveState[] {
  return activeStates(workflow, value).filter(({ state }) => state.deadline !== undefined);
}

function stepRow({ path, state: { deadline } }: ActiveState, now: Date, hours: OfficeHours): DeadlineRow[] {
  if (!deadline) return [];
  const rule: DeadlineRule = { ...deadline.within, onSupplement: 'suspend' };
  const { at } = dueFrom(rule, now, vietnamCalendar, hours);
  return [{ kind: 'step', path, dueAt: at, event: deadline.send }];
}

function sameClock(one: ClockState, other: ClockState): boolean {
  return instantsOf(one) === instantsOf(other);
}

function instantsOf({ dueAt, clockStoppedAt, promisedAt }: ClockState): string {
  return [dueAt, clockStoppedAt, promisedAt].map((instant) => instant?.getTime() ?? null).join();
}
