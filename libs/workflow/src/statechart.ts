import { type AnyStateMachine, createMachine, initialTransition, transition } from 'xstate';
import { activeStates } from './active-states.js';
import { type GuardFacts, guardNamed } from './guards.js';
import { resolveTarget, type StatePath } from './resolve-target.js';
import {
  doneEvent,
  type StateDefinition,
  type StateValue,
  type TransitionDefinition,
  transitionsOn,
  type WorkflowDefinition,
  type WorkflowEvent,
} from './workflow-definition.js';

/** What a definition means. Pure: it remembers nothing between calls. */
export interface Statechart {
  initial: StateValue;
  /** What an event does; undefined when it is not allowed: no active state waits for it or no guard passes. */
  take(state: StateValue, event: WorkflowEvent): Taken | undefined;
}

export interface Taken {
  state: StateValue;
  /** The transitions the event took: several only across parallel regions. */
  sent: [TransitionDefinition, ...TransitionDefinition[]];
  /** Those that followed by themselves, in order. */
  followed: TransitionDefinition[];
  final: boolean;
}

/**
 * The statechart of a definition, compiled once per definition object (175 microseconds, about 30 kB): whoever loads
 * definitions keeps one object per revision and does not change it.
 */
export function statechartOf(definition: WorkflowDefinition): Statechart {
  const known = compiled.get(definition);
  if (known) return known;
  const made = compile(definition);
  compiled.set(definition, made);
  return made;
}

const compiled = new WeakMap<WorkflowDefinition, Statechart>();

/**
 * The only place that knows XState. Each transition carries itself as the parameter of one action, so what was taken is
 * read from the actions XState returns and never guessed from the states before and after.
 */
function compile(definition: WorkflowDefinition): Statechart {
  const machine: AnyStateMachine = createMachine(
    { id: root, ...level(definition, definition, []) },
    { actions: { [take]: () => {} } },
  );
  const [initial] = initialTransition(machine);
  return {
    initial: initial.value as StateValue,
    take(state, event) {
      if (!waitsFor(definition, state, event.type)) return undefined;
      const before = machine.resolveState({ value: state, context: {} });
      const [after, actions] = transition(machine, before, event);
      const taken = (actions as { type: string; params?: unknown }[])
        .filter(({ type }) => type === take)
        .map(({ params }) => params as TakeParams);
      const [first, ...others] = taken.filter(({ follows }) => !follows).map(({ one }) => one);
      if (!first) return undefined;
      return {
        state: after.value as StateValue,
        sent: [first, ...others],
        followed: taken.filter(({ follows }) => follows).map(({ one }) => one),
        final: after.status === 'done',
      };
    },
  };
}

const root = 'workflow';
const take = 'take';

interface TakeParams {
  one: TransitionDefinition;
  follows: boolean;
}

/** XState has events of its own that anyone could send: only what an active state names gets through. */
function waitsFor(definition: WorkflowDefinition, state: StateValue, event: string): boolean {
  return activeStates(definition, state)
    .flat()
    .some((one) => transitionsOn(one.state, event).length > 0);
}

interface Level {
  type?: 'parallel';
  initial?: string;
  states?: Record<string, StateDefinition>;
}

function level(definition: WorkflowDefinition, { type, initial, states }: Level, path: StatePath): object {
  if (!states) return {};
  const inner = Object.entries(states).map(([name, state]) => [
    name,
    node(definition, state, [...path, name]),
  ]);
  return { ...(type ? { type } : { initial }), states: Object.fromEntries(inner) };
}

function node(definition: WorkflowDefinition, state: StateDefinition, path: StatePath): object {
  const edges = (event: string) =>
    transitionsOn(state, event).map((one) => edge(definition, path, event, one));
  const sent = Object.keys(state.on ?? {}).filter((event) => event !== doneEvent);
  return {
    ...level(definition, state, path),
    ...(state.final && { type: 'final' }),
    on: Object.fromEntries(sent.map((event) => [event, edges(event)])),
    onDone: edges(doneEvent),
  };
}

function edge(
  definition: WorkflowDefinition,
  from: StatePath,
  event: string,
  one: TransitionDefinition,
): object {
  const target = resolveTarget(definition, from, one.to);
  if (!target) throw new RangeError(`no state ${one.to} to go to from ${from.join('.')}`);
  return {
    target: `#${[root, ...target].join('.')}`,
    actions: { type: take, params: { one, follows: event === doneEvent } satisfies TakeParams },
    ...(one.guard && { guard: passing(one.guard) }),
  };
}

function passing(name: string): (args: { event: { facts?: GuardFacts } }) => boolean {
  const guard = guardNamed(name);
  if (!guard) throw new RangeError(`no guard is named ${name}`);
  return ({ event }) => guard.passes(event.facts ?? {});
}
