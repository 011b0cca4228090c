import { Refusal } from '#lib/platform';
import { clockEffectOf } from './clock-effect.js';
import { mayTake } from './may-take.js';
import { stateOf, waitsForOf } from './state-of.js';
import { statechartOf } from './statechart.js';
import {
  type Actor,
  type ClockEffect,
  type NationalStatus,
  type StateValue,
  type TransitionDefinition,
  type WaitsFor,
  type WorkflowDefinition,
  type WorkflowEvent,
} from './workflow-definition.js';

/** One step of an application. Nothing has been done yet: whoever stores it carries out the effects. */
export interface Step {
  state: StateValue;
  status: NationalStatus;
  /** Who acts next. */
  waitsFor: WaitsFor | 'nobody';
  /** The transition the event took. */
  transition: TransitionDefinition;
  /** All transitions taken: one, but for parallel states, and for what follows by itself (`done`). */
  taken: TransitionDefinition[];
  /** Names of what is to be done, in order. */
  effects: string[];
  /** The end of an application stops its clock. */
  clock?: ClockEffect;
  final: boolean;
}

/**
 * The step an event makes from `state`, sent by someone who is each of `actor`.
 * Refuses `event-not-allowed-now` (409) where no transition waits for it or no guard passes, and `actor-not-allowed`
 * (403) where the transition is not theirs.
 */
export function step(
  definition: WorkflowDefinition,
  state: StateValue,
  event: WorkflowEvent,
  actor: readonly Actor[],
): Step {
  const done = statechartOf(definition).take(state, event);
  if (!done) throw new Refusal('event-not-allowed-now', 409, { event: event.type });
  const { state: next, sent, followed, final } = done;
  if (!sent.every((one) => mayTake(definition, one, actor))) {
    throw new Refusal('actor-not-allowed', 403, { event: event.type });
  }
  const taken = [...sent, ...followed];
  const clock = clockEffectOf(done);
  return {
    state: next,
    status: stateOf(definition, next).status,
    waitsFor: final ? 'nobody' : waitsForOf(definition, next),
    transition: sent[0],
    taken,
    effects: taken.flatMap(({ effects = [] }) => effects),
    ...(clock && { clock }),
    final,
  };
}
