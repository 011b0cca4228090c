import type { Localised } from '#lib/platform';

/**
 * A workflow as data, in the vocabulary of SCXML: states, nested or parallel, and transitions on events. Names of
 * states and events are kebab-case. It holds no code: guards, effects and needs are names.
 */
export interface WorkflowDefinition {
  id: string;
  initial: string;
  states: Record<string, StateDefinition>;
}

export interface StateDefinition {
  label: Localised;
  /** To the citizen: what happens now, who acts, and whether they must do anything. */
  explains?: Localised;
  status: NationalStatus;
  /** Who acts next. Every state in which something is still to happen has one. */
  waitsFor?: 'citizen' | 'officer' | 'system';
  /** Nothing happens after it; inside another state, the end of that part. */
  final?: true;
  /** By event. The first transition whose guard passes is taken. */
  on?: Record<string, TransitionDefinition | TransitionDefinition[]>;
  /** With `states`: one of them at a time, or all of them at once as regions. */
  type?: 'parallel';
  initial?: string;
  states?: Record<string, StateDefinition>;
}

export interface TransitionDefinition {
  /** The name of a neighbour, of a state further out, or a path from the outermost level such as `review.police`. */
  to: string;
  /** Who may do this: any one of them. */
  by: Actor[];
  /** The act, as a button. */
  label: Localised;
  /** What happened, in the timeline. */
  past: Localised;
  /** A name in `guards`. */
  guard?: string;
  /** What is to be done because of it, in order. Names only: whoever stores the step does it. */
  effects?: string[];
  clock?: ClockEffect;
  /** What the person must give along with the act. */
  needs?: Need[];
}

/**
 * The event taken by itself once the part inside a state has come to its end: all regions of a parallel state, or the
 * one sub-state of another. Nobody can send it (SCXML: done.state.ID).
 */
export const doneEvent = 'done';

/**
 * The codes of the national portal: 1 newly filed, 2 received, 3 not accepted, 4 in progress, 5 supplement required,
 * 6 payment required, 7 withdrawal requested, 8 stopped, 9 done, 10 result returned.
 */
export type NationalStatus = (typeof nationalStatuses)[number];
export const nationalStatuses = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10] as const;

/** The officer roles are those of the agency the application lies with. */
export type Actor = (typeof actors)[number];
export const actors = ['citizen', 'system', 'intake', 'case', 'approver'] as const;

export type Need = (typeof needs)[number];
export const needs = ['reason', 'ground', 'items', 'outcome', 'passkey'] as const;

export type ClockEffect = (typeof clockEffects)[number];
export const clockEffects = ['start', 'suspend', 'resume', 'restart', 'stop'] as const;

/** Where an application stands: the name of a state, or per state the one inside it, or per region each. */
export type StateValue = string | { [region: string]: StateValue };

export interface WorkflowEvent {
  type: string;
  /** What guards may read. Never personal data. */
  facts?: Record<string, unknown>;
}

/** The transitions on one event, in the order they are tried. */
export function transitionsOn(state: StateDefinition, event: string): TransitionDefinition[] {
  if (!state.on || !Object.hasOwn(state.on, event)) return [];
  return [state.on[event] ?? []].flat();
}
