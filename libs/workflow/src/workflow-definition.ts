import type { FieldDefinition, FormDefinition } from '#lib/forms';
import type { Localised } from '#lib/platform';

/**
 * A workflow as data, in the vocabulary of SCXML: states, nested or parallel, and transitions on events. Names of
 * states and events are kebab-case. It holds no code: guards, effects and needs are names.
 */
export interface WorkflowDefinition {
  id: string;
  title: Localised;
  initial: string;
  states: Record<string, StateDefinition>;
  /** Laws and documents it follows. */
  sources: string[];
  /** What could not be sourced and was assumed. */
  assumptions: string[];
}

export interface StateDefinition {
  label: Localised;
  /** To the citizen: what happens now, who acts, and whether they must do anything. */
  explains?: Localised;
  status: NationalStatus;
  /** Who acts next. Every state in which something is still to happen has one. */
  waitsFor?: WaitsFor;
  /** Nothing happens after it; inside another state, the end of that part. */
  final?: true;
  /** When the time for this step is over the clock sends an event, as the system. */
  deadline?: StepDeadline;
  /** Why nothing ends the wait here while the legal clock stands still. */
  noDeadline?: Localised;
  on?: Record<string, Transitions>;
  /** With `states`: one of them at a time, or all of them at once as regions. */
  type?: 'parallel';
  initial?: string;
  states?: Record<string, StateDefinition>;
}

export type WaitsFor = 'citizen' | 'officer' | 'system';

export interface StepDeadline {
  within: Term;
  /** An event of this state, or of one around it, that the system may send. */
  send: string;
}

export type Term =
  | { workingDays: number }
  | { calendarDays: number }
  | { workingHours: number }
  | { months: number };
export const termUnits = ['workingDays', 'calendarDays', 'workingHours', 'months'] as const;

/**
 * What an event does: one transition; of several whose guards exclude one another the one that passes; or the first
 * that passes, where only the last may go without a guard.
 */
export type Transitions =
  | TransitionDefinition
  | { oneOf: TransitionDefinition[] }
  | { firstOf: TransitionDefinition[] }
  /** Only in definitions older than these words; taken as `firstOf`. */
  | TransitionDefinition[];

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
  /** What is to be done because of it: names in `effects`. Each is done by itself, after the step is safe. */
  effects?: string[];
  clock?: ClockEffect;
  /** What the person must give along with the act. */
  needs?: Need[];
  /** Further questions to whoever acts; kept with the event. Files are `attachments`. */
  form?: { fields: FieldDefinition[]; lists?: NonNullable<FormDefinition['lists']> };
  /** Papers that whoever acts hands in with the act. */
  attachments?: { title: Localised; required: boolean };
  /** The last who sent one of these events may not send this one: two persons are needed. */
  notBy?: string[];
  /**
   * Of what is filed about another application: whoever sent one of these events there, or the act complained about, may
   * not send this one.
   */
  notByOriginal?: string[];
  /** Between officers: the citizen is not told. */
  hidden?: true;
  /** With the need `agencies`: how long they have, and what their silence means. */
  consultation?: ConsultationRule;
}

export interface ConsultationRule {
  within: Term;
  /** `agrees`: who has not answered in time has no objection. `is-awaited`: silence means nothing. */
  silence: Silence;
}

export type Silence = (typeof silences)[number];
export const silences = ['agrees', 'is-awaited'] as const;

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

export type Role = (typeof roles)[number];
export const roles = ['intake', 'case', 'approver', 'cashier'] as const;

/** Which agency an officer's role is held at; without a word, the one the application lies with. */
export type Relation = (typeof relations)[number];
export const relations = ['consulted', 'superior'] as const;

/**
 * `citizen`: whom the application is for; `representative`: who acts for them under a mandate; an officer by role, at
 * the agency the application lies with, at one it consults, or at the one above.
 */
export type Actor = 'citizen' | 'representative' | 'system' | OfficerActor;
export type OfficerActor = Role | `${Role}@${Relation}`;
export const officerActors: readonly OfficerActor[] = [
  ...roles,
  ...relations.flatMap((relation) => roles.map((role) => `${role}@${relation}` as const)),
];
export const actors: readonly Actor[] = ['citizen', 'representative', 'system', ...officerActors];

export type Need = (typeof needs)[number];
export const needs = ['reason', 'ground', 'items', 'outcome', 'passkey', 'agencies', 'agency'] as const;

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
  return placedTransitions(state.on[event]).map(({ one }) => one);
}

/** The transitions as written for one event, each with its place within: ``, `.firstOf[1]`. */
export function placedTransitions(
  written: Transitions | undefined,
): { one: TransitionDefinition; place: string }[] {
  const list = (all: TransitionDefinition[], key: string) =>
    all.map((one, index) => ({ one, place: `${key}[${index}]` }));
  if (!written) return [];
  if (Array.isArray(written)) return list(written, '');
  if ('oneOf' in written) return list(written.oneOf, '.oneOf');
  if ('firstOf' in written) return list(written.firstOf, '.firstOf');
  return [{ one: written, place: '' }];
}
